import { broughtBack, edited, redone, type Stroke, undone } from '../../state/derive/edits';
import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppState, EditKind } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Names } from '../../vocabulary/names';
import type { Pipeline } from '../images/pipeline';
import type { Notices } from '../notices';

/** Makes edits, so that they can be undone. */
export interface Edits {
  /** @returns the edit's id. */
  make(kind: EditKind, change: Partial<AppState>): number;
}

export interface HistoryParts {
  store: AppStore;
  blobs: ImageBlobsById;
  notices: Pick<Notices, 'dismiss'>;
  pipeline: Pick<Pipeline, 'wake'>;
  names: Names;
}

/** What a person did, and how they take it back. */
export function createHistory({ store, blobs, notices, pipeline, names }: HistoryParts) {
  const { getState, setState } = store;
  let lastId = 0;
  let stroke: Stroke | null = null;

  const make: Edits['make'] = (kind, change) => {
    lastId += 1;
    const now = performance.now();
    setState(edited(getState(), { id: lastId, kind }, change, stroke, now));
    stroke = { kind, at: now };
    return lastId;
  };
  const go = (next: Partial<AppState> | null) => {
    if (!next) return;
    stroke = null;
    setState(next);
    pipeline.wake();
  };
  /** Messages that offer to undo what is undone. */
  const dismissOffers = (editId: number | undefined) => {
    for (const { id, action } of getState().messages) {
      if (action?.kind === 'undo' && action.editId === editId) notices.dismiss(id);
    }
  };

  const commands = {
    /** Takes back the latest edit. */
    undo(): void {
      dismissOffers(getState().past.at(-1)?.id);
      go(undone(getState()));
    },

    /** Makes again what was undone last. */
    redo: (): void => go(redone(getState())),

    /** Takes back one edit, and leaves alone what has come since. */
    undoEdit(editId: number): void {
      const state = getState();
      const edit = state.past.find(({ id }) => id === editId);
      dismissOffers(editId);
      if (!edit) return;
      if (edit === state.past.at(-1)) {
        commands.undo();
        return;
      }
      const hashes = new Set(state.images.map(({ id }) => blobs.get(id)?.contentHash));
      const isTwin = (imageId: string) => {
        const hash = blobs.get(imageId)?.contentHash;
        return hash !== undefined && hash !== null && hashes.has(hash);
      };
      make('bring-back', broughtBack(state, edit, isTwin, names.unnamed));
      pipeline.wake();
    },
  };
  return { edits: { make } satisfies Edits, commands };
}
