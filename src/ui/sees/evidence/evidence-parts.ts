import type { Attribution } from '../../../analysis/attribution';
import { weightsAt } from '../../../analysis/patch';
import type { Words } from '../../../messages/words';
import { argmax } from '../../../numbers/vectors';
import type { Evidence } from '../../../vocabulary/evidence';
import { roundTogether } from './round-together';

/** Signed numbers that add up as they are shown, by the name of their bar. */
export interface Parts {
  /** `query-0` …, `cls`, `constant`, and their sum `total`; what is not there has no say. */
  values: ReadonlyMap<string, number>;
  /** What the bars reach at most, the sum aside: for, and against as a size. */
  reach: { up: number; down: number };
  digits: number;
  /** How they add up, as a line of words. */
  text: string;
}

/** What two ways of computing a logit may differ by, as a share of it. */
const ROUNDING = 1e-3;

/**
 * The parts of a whole logit, rounded so that they add up.
 * @param attends whether the rows are queries; else there is one, all patches together
 * @param reads whether any patch is read
 */
export function partsOfLogit(
  sum: Attribution,
  attends: boolean,
  reads: boolean,
  words: Words,
): Parts {
  const { perQuery, cls, constant, logit, difference } = sum;
  const exact = new Map<string, number>();
  if (reads) addQueries(exact, perQuery);
  if (cls !== null) exact.set('cls', cls);
  exact.set('constant', constant);
  const equal = Math.abs(difference) <= ROUNDING * Math.max(1, Math.abs(logit));
  const values = rounded(exact, logit, equal ? logit : logit + difference, 2);
  const places = [...values.entries()]
    .filter(([name]) => name.startsWith('query'))
    .reduce((all, [, value]) => all + value, 0);
  const shown = (name: string) => values.get(name) ?? 0;
  return {
    values,
    reach: reachOf([...exact.values()]),
    digits: 2,
    text: words.sees.evidence.sum({
      places: reads ? { queries: attends ? perQuery.length : null, value: places } : null,
      cls: cls === null ? null : shown('cls'),
      constant: shown('constant'),
      total: shown('total'),
      equal,
    }),
  };
}

/**
 * What one patch adds, through each query and in all, rounded so that it adds up.
 * @param peak the largest that any patch adds, so that bars of two patches can be compared
 */
export function partsOfPatch(
  { weights, queries, patches }: Pick<Evidence, 'weights' | 'queries' | 'patches'>,
  patch: number,
  peak: number,
  words: Words,
): Parts {
  const shares = weightsAt(weights, queries, patches, patch);
  const total = shares.reduce((all, value) => all + value, 0);
  const exact = new Map<string, number>();
  addQueries(exact, shares);
  const values = rounded(exact, total, total, 3);
  const most = argmax(shares.map(Math.abs));
  const through = { query: most, value: values.get(`query-${most}`) ?? 0 };
  return {
    values,
    reach: { up: peak, down: peak },
    digits: 3,
    text: words.sees.evidence.patchSum(total, queries > 1 ? through : null),
  };
}

function addQueries(values: Map<string, number>, parts: Float32Array | Float64Array): void {
  parts.forEach((value, query) => {
    values.set(`query-${query}`, value);
  });
}

/** The values as they are shown, adding up to `sum`, with `total` as the last. */
function rounded(
  exact: ReadonlyMap<string, number>,
  total: number,
  sum: number,
  digits: number,
): Map<string, number> {
  const shown = roundTogether([...exact.values()], sum, digits);
  const names = [...exact.keys()];
  return new Map([
    ...names.map((name, index): [string, number] => [name, shown[index] ?? 0]),
    ['total', total],
  ]);
}

function reachOf(values: readonly number[]): Parts['reach'] {
  return { up: Math.max(0, ...values), down: Math.max(0, ...values.map((value) => -value)) };
}
