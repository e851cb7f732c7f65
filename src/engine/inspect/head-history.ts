import { headIdOf, MOST_HEADS, shownHead } from '../../state/slices/inspector';
import type { AppState, Beside, HeadRecord } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Trainer } from '../workers/trainer';

/**
 * Keeps the heads of the last runs at hand, has the worker forget those beyond, and closes what was
 * seen of those that are gone.
 */
export function keepHeads(store: AppStore, trainer: Trainer): void {
  store.subscribe((state, before) => {
    const { training } = state;
    if (training !== before.training && training.kind === 'done') {
      const { run, curve, predictions } = training;
      const shown: HeadRecord = { run, curve, predictions, studyKey: state.openedKey };
      const { kept, forgotten } = withHead(state.heads, shown);
      store.setState({ heads: kept });
      for (const head of forgotten) {
        void trainer.worker.inUse
          ?.call('forgetHead', { headId: headIdOf(head) })
          .catch(() => undefined);
      }
    }
    // A moment belongs to the training of one head.
    if (shownHead(state)?.headId !== shownHead(before)?.headId && state.epoch !== null) {
      store.setState({ epoch: null });
    }
    closeBeside(store);
  });
}

/** The list with `shown` first, and those that it no longer has room for. */
export function withHead(
  heads: readonly HeadRecord[],
  shown: HeadRecord,
): { kept: HeadRecord[]; forgotten: HeadRecord[] } {
  const others = heads.filter((head) => headIdOf(head) !== headIdOf(shown));
  const all = [shown, ...others];
  return { kept: all.slice(0, MOST_HEADS), forgotten: all.slice(MOST_HEADS) };
}

/** Side by side ends when one of both sides is gone. */
function closeBeside(store: AppStore): void {
  const state = store.getState();
  if (state.beside && !isThere(state.beside, state)) store.setState({ beside: null });
}

function isThere(beside: Beside, state: AppState): boolean {
  if (beside.kind === 'image') return state.images.some(({ id }) => id === beside.imageId);
  return (
    beside.headId !== shownHead(state)?.headId &&
    state.heads.some((head) => headIdOf(head) === beside.headId)
  );
}
