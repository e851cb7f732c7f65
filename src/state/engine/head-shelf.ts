import { headIdOf, MOST_HEADS } from '../inspector';
import type { AppStore } from '../store';
import type { AppState, KeptHead } from '../types';
import type { Trainer } from './trainer';

/** Keeps the heads of the last runs at hand, and has the worker forget those beyond. */
export function keepHeads(store: AppStore, trainer: Trainer): void {
  store.subscribe((state, before) => {
    const { training } = state;
    if (training === before.training || training.kind !== 'done') return;
    const { run, curve, predictions } = training;
    const shown: KeptHead = { run, curve, predictions, studyKey: state.openedKey };
    const { kept, forgotten } = withHead(state.heads, shown);
    store.setState({ heads: kept, ...settled(state, before, kept) });
    for (const head of forgotten) {
      void trainer.worker.inUse
        ?.call('forgetHead', { headId: headIdOf(head) })
        .catch(() => undefined);
    }
  });
}

/** The list with `shown` first, and those that it no longer has room for. */
export function withHead(
  heads: readonly KeptHead[],
  shown: KeptHead,
): { kept: KeptHead[]; forgotten: KeptHead[] } {
  const others = heads.filter((head) => headIdOf(head) !== headIdOf(shown));
  const all = [shown, ...others];
  return {
    kept: all.slice(0, MOST_HEADS),
    // The comparison itself keeps its heads, to be opened again.
    forgotten: all.slice(MOST_HEADS).filter(({ studyKey }) => studyKey === null),
  };
}

/** What no longer fits when another head comes on show. */
function settled(state: AppState, before: AppState, kept: readonly KeptHead[]): Partial<AppState> {
  const { beside, training } = state;
  const changed: Partial<AppState> = {};
  const headId = training.kind === 'done' ? training.run.result.headId : null;
  const headBefore = before.training.kind === 'done' ? before.training.run.result.headId : null;
  if (headId !== headBefore) changed.epoch = null;
  const gone =
    beside?.kind === 'head' &&
    (beside.headId === headId || !kept.some((head) => headIdOf(head) === beside.headId));
  if (gone) changed.beside = null;
  return changed;
}
