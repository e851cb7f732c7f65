import { evidenceClassOf } from '../../state/derive/evidence-class';
import type { Pane } from '../../state/panes';
import { headIdOf, shownHead } from '../../state/slices/inspector';
import type { AppState, ClassLabel } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { HeadRef } from '../../vocabulary/heads';
import type { Trainer } from '../workers/trainer';

/** What a pane is to show: an image that has tokens, through a head. */
export interface PaneRequest {
  head: HeadRef;
  imageId: string;
  /** Indices into the head's classes; null where no evidence is wanted. */
  evidence: { classIndex: number; against: number | null } | null;
}

/**
 * Keeps a pane showing what the store says. While an answer is on its way only the latest request is
 * remembered, so that a slider can be dragged through the snapshots as fast as the worker goes.
 */
export class PaneFeed {
  private busy = false;
  private shown: PaneRequest | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly pane: Pane,
    private readonly request: (state: AppState) => PaneRequest | null,
    /** What becomes of the pane when nothing is to be shown. */
    private readonly rest: (pane: Pane) => void,
  ) {
    store.subscribe(() => void this.follow());
  }

  private async follow(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (;;) {
        const request = this.request(this.store.getState());
        if (sameRequest(request, this.shown)) return;
        this.shown = request;
        if (request) await this.show(request);
        else this.rest(this.pane);
      }
    } finally {
      this.busy = false;
    }
  }

  private async show({ head, imageId, evidence }: PaneRequest): Promise<void> {
    const client = this.trainer.worker.inUse;
    const [seen, answer] = await Promise.all([
      client?.call('inspect', { head, imageId }).catch(() => null),
      evidence && client?.call('evidence', { head, imageId, ...evidence }).catch(() => null),
    ]);
    // The worker may have gone, the run begun anew, another image or head been chosen: what came is
    // of no use then. An earlier moment is, while a slider is dragged.
    const request = this.request(this.store.getState());
    if (request?.imageId !== imageId || request.head.headId !== head.headId) return;
    this.pane.maps.show(seen?.maps ?? null);
    this.pane.prediction.show(seen?.prediction ?? null);
    this.pane.evidence.show(answer ? { imageId, headId: head.headId, answer } : null);
  }
}

/** The selected image under the head on show. */
export function mainRequest(state: AppState): PaneRequest | null {
  const head = shownHead(state);
  const { selectedImageId } = state;
  if (!head || selectedImageId === null || !hasTokens(state, selectedImageId)) return null;
  return { head, imageId: selectedImageId, evidence: evidenceOf(state, classesOf(state)) };
}

/** Another image under the same head, or the same image under another head. */
export function besideRequest(state: AppState): PaneRequest | null {
  const main = mainRequest(state);
  const { beside, heads } = state;
  if (!main || !beside) return null;
  if (beside.kind === 'image') {
    return hasTokens(state, beside.imageId) ? { ...main, imageId: beside.imageId } : null;
  }
  const other = heads.find((kept) => headIdOf(kept) === beside.headId);
  if (!other) return null;
  return {
    head: { headId: beside.headId, epoch: null },
    imageId: main.imageId,
    evidence: evidenceOf(state, other.run.classes),
  };
}

function evidenceOf(state: AppState, classes: readonly ClassLabel[]): PaneRequest['evidence'] {
  if (state.layer !== 'evidence') return null;
  const indexOf = (classId: string | null) => classes.findIndex(({ id }) => id === classId);
  const classIndex = indexOf(evidenceClassOf(state));
  if (classIndex < 0) return null;
  const against = indexOf(state.againstClassId);
  return { classIndex, against: against < 0 || against === classIndex ? null : against };
}

function classesOf({ training }: AppState): readonly ClassLabel[] {
  return training.kind === 'done' ? training.run.classes : [];
}

function hasTokens({ images }: AppState, imageId: string): boolean {
  return images.find(({ id }) => id === imageId)?.status.kind === 'ready';
}

function sameRequest(one: PaneRequest | null, other: PaneRequest | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
