import type { Account } from '../../inspect/account';
import { indexOfLargest, weightsAt } from '../../inspect/patch';
import type { Evidence } from '../../training/inspect-api';
import { signed } from '../kit/format';

/** Signed numbers that add up, by the name of their bar, with a line of words. */
export interface Parts {
  /** `query-0` …, `cls`, `constant`, and their sum `total`; what is not there has no say. */
  values: ReadonlyMap<string, number>;
  /** The size of a full bar. */
  peak: number;
  digits: number;
  words: string;
}

/** Of a logit this small a share may be rounding. */
const ROUNDING = 1e-3;

/**
 * The parts of a whole logit.
 * @param attends whether the rows are queries; else there is one, all patches together
 */
export function partsOfLogit(sum: Account, attends: boolean, reads: boolean): Parts {
  const { perQuery, cls, constant, logit, difference } = sum;
  const values = new Map<string, number>();
  if (reads) {
    perQuery.forEach((value, query) => {
      values.set(`query-${query}`, value);
    });
  }
  if (cls !== null) values.set('cls', cls);
  values.set('constant', constant);
  values.set('total', logit);
  const places = perQuery.reduce((all, value) => all + value, 0);
  const terms = [
    ...(reads ? [`${namePlaces(attends, perQuery.length)} ${signed(places, 2)}`] : []),
    ...(cls === null ? [] : [`[CLS] ${signed(cls, 2)}`]),
    `constant ${signed(constant, 2)}`,
  ];
  const equal = Math.abs(difference) <= ROUNDING * Math.max(1, Math.abs(logit)) ? '=' : '≈';
  return {
    values,
    peak: Math.max(...Array.from(values.values(), Math.abs)),
    digits: 2,
    words: `${terms.join(', ')} ${equal} ${signed(logit, 2)}`,
  };
}

/**
 * What one patch adds, through each query and in all.
 * @param peak the largest that any patch adds, so that bars of two patches can be compared
 */
export function partsOfPatch(
  { weights, queries, patches }: Pick<Evidence, 'weights' | 'queries' | 'patches'>,
  patch: number,
  peak: number,
): Parts {
  const shares = weightsAt(weights, queries, patches, patch);
  const total = shares.reduce((all, value) => all + value, 0);
  const values = new Map<string, number>();
  shares.forEach((value, query) => {
    values.set(`query-${query}`, value);
  });
  values.set('total', total);
  const most = indexOfLargest(shares.map(Math.abs));
  const through = `, most through query ${most + 1}, ${signed(shares[most] ?? 0, 3)}`;
  return {
    values,
    peak,
    digits: 3,
    words: `${signed(total, 3)} in all${queries > 1 ? through : ''}`,
  };
}

function namePlaces(attends: boolean, queries: number): string {
  if (!attends) return 'patches';
  return queries === 1 ? 'query' : 'queries';
}
