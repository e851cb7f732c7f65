import type { Study } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { foldKey } from '../../training/run/compare-api';

/** Keeps the numbers of every backbone's last study, and adds to them what rests on the same. */
export function keepStudies(store: AppStore): void {
  store.subscribe(({ study: status }, before) => {
    const study = status.kind === 'idle' ? null : status.study;
    if (status === before.study || !study || study.results.length === 0) return;
    store.setState(({ backboneStudies }) => {
      const known = backboneStudies[study.backboneId];
      if (known?.results === study.results) return {};
      const next = known ? together(known, study) : study;
      return { backboneStudies: { ...backboneStudies, [study.backboneId]: next } };
    });
  });
}

/** Whether the folds of both are the same images, trained in the same way on the same tokens. */
export function restOnSame(a: Study, b: Study): boolean {
  const basis = ({ backboneId, precision, folds, repeats, seed, recipe, classes, labels }: Study) =>
    JSON.stringify([
      [backboneId, precision, folds, repeats, seed, recipe],
      classes.map(({ id }) => id),
      Object.entries(labels).toSorted(([x], [y]) => (x < y ? -1 : 1)),
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
