import { DEFAULT_BACKBONE, findBackbone } from '../../src/backbones/catalogue/catalogue';
import { comparisonEntries } from '../../src/state/derive/comparison-rows';
import type { AppState, Study } from '../../src/state/slices/types';
import { studyEntries } from '../../src/study/study-entries';
import { studyEpochs } from '../../src/study/study-epochs';
import { RECIPES } from '../../src/training/model/recipe';
import type { StudyEntry } from '../../src/training/run/compare-api';
import { CLASSES } from './scenes';

const TESTED = 12;

/** So many images of every class, by id. */
function labelled(perClass: number): Record<string, string> {
  return Object.fromEntries(
    CLASSES.flatMap(({ id }) => Array.from({ length: perClass }, (_, i) => [`${id}-${i}`, id])),
  );
}

/** A study as far as it has come: numbers by a formula, the same every time. */
export function study(
  entries: readonly StudyEntry[],
  finished: number,
  more: Partial<Study> = {},
): Study {
  return {
    entries,
    facts: Object.fromEntries(
      entries.map(({ key, probe }, at) => {
        const learned = probe.name === 'knn' ? 0 : 600 + 3 ** (at % 11) * 40;
        const pooling = Math.round(0.8 * learned);
        const adds = probe.name === 'knn' ? null : { factored: 9e4 + 3e4 * at, reference: 2e5 };
        return [key, { key, parameters: { total: learned, pooling }, multiplyAdds: adds }];
      }),
    ),
    results: entries.flatMap(({ key }, at) =>
      Array.from({ length: finished }, (_, fold) => ({
        key,
        fold,
        correct: 7 + ((3 * at + 2 * fold + ((at * fold) % 3)) % 6),
        total: TESTED,
        milliseconds: 400 + 90 * at,
      })),
    ),
    folds: 5,
    repeats: 1,
    seed: 0,
    recipe: studyEpochs(RECIPES['small-data']),
    choice: 'shared',
    backboneId: DEFAULT_BACKBONE,
    precision: 'fp32',
    classes: CLASSES,
    labels: labelled(20),
    remarks: [],
    ...more,
  };
}

export const ALL_ENTRIES = studyEntries({ hasCls: true });

/** The page with twenty images of each class, and what has been measured of these backbones. */
export function compared(
  backbones: readonly { id: string; finished?: number; stale?: 'images' | 'settings' }[],
): Partial<AppState> {
  const labels = labelled(20);
  return {
    classes: CLASSES,
    images: Object.entries(labels).map(([id, classId]) => ({
      id,
      name: `${id}.png`,
      classId,
      status: { kind: 'ready' },
      cropUrl: null,
    })),
    backboneStudies: Object.fromEntries(
      backbones.map(({ id, finished = 5, stale }, at) => {
        const entries = Object.values(comparisonEntries(findBackbone([], id), 8));
        const own = study(entries, finished, {
          backboneId: id,
          seed: stale === 'settings' ? 1 : 0,
          labels: stale === 'images' ? labelled(19) : labels,
        });
        return [id, { ...own, results: own.results.map((one) => better(one, at)) }];
      }),
    ),
  };
}

/** Differs from backbone to backbone. */
function better<Result extends { correct: number; total: number }>(
  one: Result,
  by: number,
): Result {
  return { ...one, correct: Math.min(one.total, one.correct + (by % 4) - 1) };
}
