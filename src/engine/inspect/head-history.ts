import { checkpointsOf } from '../../state/derive/checkpoints';
import { emptyPane, type Panes } from '../../state/panes';
import type { Queries } from '../../state/queries/queries';
import { headIdOf, MOST_HEADS, shownHead } from '../../state/slices/inspector';
import type { AppState, Beside, HeadRecord } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Prediction } from '../../vocabulary/heads';
import type { Trainer } from '../workers/trainer';
import { clearQueries } from './queries';

/** The heads that the trainer's worker holds: the one on show, and those of the runs before. */
export class HeadHistory {
  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly panes: Panes,
    private readonly queries: Queries,
  ) {
    // Images and heads go in many ways; side by side must never outlive one of its sides.
    store.subscribe((state) => {
      if (state.beside && !isThere(state.beside, state)) store.setState({ beside: null });
    });
  }

  /** Shows a head that has just been trained, or opened; the worker forgets those beyond the last few. */
  show(head: HeadRecord): void {
    const { kept, forgotten } = withHead(this.store.getState().heads, head);
    const { run, curve, predictions, studyKey } = head;
    this.store.setState((state) => ({
      training: { kind: 'done', run, curve, predictions },
      openedKey: studyKey,
      heads: kept,
      // A checkpoint belongs to the training of one head.
      epoch: shownHead(state)?.headId === headIdOf(head) ? state.epoch : null,
    }));
    for (const old of forgotten) this.dropFromWorker(old);
  }

  /** Shows a head of an earlier run again. */
  showAgain(headId: string): void {
    const { heads, training } = this.store.getState();
    const head = heads.find((known) => headIdOf(known) === headId);
    if (head && training.kind === 'done') this.show(head);
  }

  /**
   * A head that is with the worker again comes after those that are at hand, and on show where there is
   * none: at this moment of its training, if that is still there.
   */
  comeBack(head: HeadRecord, epoch: number | null): void {
    this.store.setState((state) => {
      if (state.heads.some((known) => headIdOf(known) === headIdOf(head))) return state;
      const heads = [...state.heads, head].slice(0, MOST_HEADS);
      if (state.training.kind !== 'idle') return { heads };
      const { run, curve, predictions, studyKey } = head;
      const there = epoch !== null && checkpointsOf(run.result).includes(epoch);
      return {
        heads,
        training: { kind: 'done', run, curve, predictions },
        openedKey: studyKey,
        epoch: there ? epoch : null,
      };
    });
  }

  /** What the head on show says about an image that came after its run. */
  learn(headId: string, prediction: Prediction): void {
    this.store.setState((state) => {
      const { training } = state;
      // Another head may have come on show meanwhile.
      if (training.kind !== 'done' || training.run.result.headId !== headId) return state;
      const predictions = { ...training.predictions, [prediction.imageId]: prediction };
      return {
        training: { ...training, predictions },
        heads: state.heads.map((head) =>
          headIdOf(head) === headId ? { ...head, predictions } : head,
        ),
      };
    });
  }

  /** The worker forgets every head, and so does the page. */
  forgetEach(): void {
    for (const head of this.store.getState().heads) this.dropFromWorker(head);
    this.forgetAll();
  }

  /** Everything that goes with the worker: each head that it held, and what it said of them. */
  forgetAll(): void {
    for (const pane of Object.values(this.panes)) emptyPane(pane);
    clearQueries(this.queries);
    this.store.setState({ heads: [], unkept: {}, beside: null, epoch: null });
  }

  private dropFromWorker(head: HeadRecord): void {
    void this.trainer.worker.inUse
      ?.call('forgetHead', { headId: headIdOf(head) })
      .catch(() => undefined);
  }
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

function isThere(beside: Beside, state: AppState): boolean {
  if (beside.kind === 'image') return state.images.some(({ id }) => id === beside.imageId);
  return (
    beside.headId !== shownHead(state)?.headId &&
    state.heads.some((head) => headIdOf(head) === beside.headId)
  );
}
