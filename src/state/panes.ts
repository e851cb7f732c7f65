import type { EvidenceAnswer } from '../vocabulary/evidence';
import type { Prediction } from '../vocabulary/heads';
import type { AttentionMaps } from '../vocabulary/maps';
import { createObservable, type Observable } from './observable';

/** Where an image is seen through a head: the large place, and the one beside it. */
export type PaneName = 'main' | 'beside';

/** An attribution of a logit, and whose it is. */
export interface ShownEvidence {
  imageId: string;
  headId: string;
  answer: EvidenceAnswer;
}

export interface Pane {
  /** The attention maps now on screen. */
  maps: Observable<AttentionMaps>;
  /** What the head says about the image at the moment of training that is shown. */
  prediction: Observable<Prediction>;
  evidence: Observable<ShownEvidence>;
}

function createPane(): Pane {
  return { maps: createObservable(), prediction: createObservable(), evidence: createObservable() };
}

export type Panes = Readonly<Record<PaneName, Pane>>;

export function createPanes(): Panes {
  return { main: createPane(), beside: createPane() };
}

export function emptyPane(pane: Pane): void {
  pane.maps.show(null);
  pane.prediction.show(null);
  pane.evidence.show(null);
}

/** Takes away what the head said; its maps stay until there are others, as when a run begins. */
export function keepOnlyMaps(pane: Pane): void {
  pane.prediction.show(null);
  pane.evidence.show(null);
}
