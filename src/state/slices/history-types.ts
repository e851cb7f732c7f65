import type { ProbeChoice } from '../../probes/choice';
import type { Recipe } from '../../training/model/recipe';
import type { ClassLabel } from './images-types';

/** An image's place in the project. */
export interface Placed {
  id: string;
  name: string;
  classId: string;
}

/** All that a person edits and that results rest on. */
export interface Content {
  classes: readonly ClassLabel[];
  images: readonly Placed[];
  selectedImageId: string | null;
  probe: ProbeChoice;
  recipe: Recipe;
  seed: number;
  heldOutShare: number;
}

/** What a person did, for the name of its undoing. */
export type EditKind =
  | 'add-images'
  | 'delete-image'
  | 'move-image'
  | 'add-class'
  | 'rename-class'
  | 'delete-class'
  | 'delete-all'
  | 'bring-back'
  | 'set-probe'
  | 'set-recipe'
  | 'set-seed'
  | 'set-held-out';

export interface Edit {
  /** Never used twice. */
  id: number;
  kind: EditKind;
  /** Everything as it was before. */
  before: Content;
}

export interface HistorySlice {
  /** What can be undone, the latest last. */
  past: readonly Edit[];
  /** What can be redone, the next last; `before` is what redoing it leads to. */
  future: readonly Edit[];
}
