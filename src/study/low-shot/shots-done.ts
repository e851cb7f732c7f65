import { shotKey, shotsInOrder } from '../../training/run/low-shot-api';
import type { LowShotLike } from './shot-rows';

/** Trainings finished, all there are, and the one that comes next; null where none is left. */
export function shotsDone(study: LowShotLike) {
  const finished = new Set(study.results.map(shotKey));
  const all = shotsInOrder(study);
  const next = all.find(
    ({ entry, perClass, fold }) => !finished.has(shotKey({ key: entry.key, perClass, fold })),
  );
  return { done: study.results.length, total: all.length, next: next ?? null };
}
