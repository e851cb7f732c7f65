import type { Study } from '../../state/slices/types';
import { foldKey } from '../../training/run/compare-api';

/** The last study of every backbone with this one added to what rests on the same. */
export function withStudy(
  studies: Readonly<Record<string, Study>>,
  study: Study,
): Readonly<Record<string, Study>> {
  if (study.results.length === 0) return studies;
  const known = studies[study.backboneId];
  return { ...studies, [study.backboneId]: known ? together(known, study) : study };
}

/** Whether the folds of both are the same images, trained in the same way on the same tokens. */
export function restOnSame(a: Study, b: Study): boolean {
  const basis = ({ backboneId, precision, ...study }: Study) =>
    JSON.stringify([
      [backboneId, precision, study.folds, study.repeats, study.seed, study.recipe, study.choice],
      study.classes.map(({ id }) => id),
      Object.entries(study.labels).toSorted(([x], [y]) => (x < y ? -1 : 1)),
    ]);
  return basis(a) === basis(b);
}

/** Everything that is known from two studies; the later one's alone where they rest on different things. */
export function together(earlier: Study, later: Study): Study {
  if (!restOnSame(earlier, later)) return later;
  const entries = new Map([...earlier.entries, ...later.entries].map((one) => [one.key, one]));
  const results = new Map([...earlier.results, ...later.results].map((one) => [foldKey(one), one]));
  return {
    ...later,
    entries: [...entries.values()],
    facts: { ...earlier.facts, ...later.facts },
    results: [...results.values()],
  };
}
