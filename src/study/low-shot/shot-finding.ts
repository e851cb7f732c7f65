import type { ProbeChoice } from '../../probes/choice';
import type { ShotResult } from '../../training/run/low-shot-api';
import { FEW_IMAGES, WIDEST } from '../enough';
import { type Design, type PairedTest, pairedTest } from '../paired-test';
import { foldsAt, type LowShotLike, type ShotRow, shotRows } from './shot-rows';

/** What a low-shot study shows of EP and mean pooling. */
export interface ShotFinding {
  own: ProbeChoice;
  other: ProbeChoice;
  /** Ascending and without gaps: neighbours differ in their outcome. */
  runs: readonly ShotRun[];
  /** At the largest size: what each gets right, 0…1. */
  top: { size: number; own: number; other: number };
  /** What the last step to more images gave `own`; null for a single size. */
  growth: ShotGrowth | null;
  /** Different images held out, the same at every size. */
  images: number;
}

/** Sizes with one outcome; `own` against `other`. */
export interface ShotRun {
  from: number;
  to: number;
  outcome: ShotOutcome;
}

/**
 * `level`: the 95 % interval of the difference includes 0. `unclear`: so few images, or so wide an
 * interval, that it says nothing.
 */
export type ShotOutcome = 'ahead' | 'behind' | 'level' | 'unclear';

export interface ShotGrowth {
  from: number;
  to: number;
  /** A share, of `own` at `to` minus `own` at `from`, on the same held-out images. */
  difference: number;
  standardError: number | null;
  outcome: 'more' | 'less' | 'open';
}

/**
 * EP against mean pooling at every size at which both are finished, each by a paired test over the
 * folds. Its variance is widened as if training sets overlapped as much as whole folds do; small
 * ones overlap less, so the test errs on the careful side. Null before a size is finished, and where
 * one of the two is not among the entries.
 */
export function judgeLowShot(study: LowShotLike): ShotFinding | null {
  const rows = shotRows(study);
  const own = rows.find(({ probe }) => probe.name === 'ep');
  const other = rows.find(({ probe }) => probe.name === 'gap');
  if (!own || !other) return null;
  const { folds, repeats } = study;
  const measured = study.sizes.flatMap((size, at) => {
    const [mine, theirs] = [own.accuracies[at], other.accuracies[at]];
    if (!mine || !theirs) return [];
    const images = Math.round(mine.total / repeats);
    const test = pairedTest(foldsAt(study.results, size), own.key, other.key, { folds, repeats });
    return [{ size, own: mine.mean, other: theirs.mean, images, outcome: outcomeOf(test, images) }];
  });
  const last = measured.at(-1);
  if (!last) return null;
  const before = measured.at(-2);
  return {
    own: own.probe,
    other: other.probe,
    runs: measured.reduce(withSize, []),
    top: { size: last.size, own: last.own, other: last.other },
    growth: before
      ? growthOf(study.results, own, before.size, last.size, { folds, repeats })
      : null,
    images: last.images,
  };
}

function outcomeOf(test: PairedTest | null, images: number): ShotOutcome {
  if (test?.halfWidth == null) return 'unclear';
  if (test.outcome !== 'open') return test.outcome;
  const includesZero = Math.abs(test.difference) <= test.halfWidth;
  return includesZero && test.halfWidth <= WIDEST && images >= FEW_IMAGES ? 'level' : 'unclear';
}

function withSize(
  runs: readonly ShotRun[],
  { size, outcome }: { size: number; outcome: ShotOutcome },
): ShotRun[] {
  const last = runs.at(-1);
  return last?.outcome === outcome
    ? [...runs.slice(0, -1), { ...last, to: size }]
    : [...runs, { from: size, to: size, outcome }];
}

/** One entry at two sizes, compared as two entries on the same folds. */
function growthOf(
  results: readonly ShotResult[],
  { key }: Pick<ShotRow, 'key'>,
  from: number,
  to: number,
  design: Design,
): ShotGrowth | null {
  const named = [from, to].flatMap((size) =>
    foldsAt(results, size).flatMap((fold) =>
      fold.key === key ? [{ ...fold, key: String(size) }] : [],
    ),
  );
  const test = pairedTest(named, String(to), String(from), design);
  if (!test) return null;
  const { difference, standardError } = test;
  const outcome = ({ ahead: 'more', behind: 'less', open: 'open' } as const)[test.outcome];
  return { from, to, difference, standardError, outcome };
}
