import { pictures } from '../../state/pictures';
import type { AppStore } from '../../state/store';
import type { Trainer } from '../workers/trainer';

/**
 * Frees what nobody can bring back: pictures and tokens of images that are neither in the project
 * nor in the trash. The trash is emptied when the message that offers to undo is gone.
 */
export function startDisposal(store: AppStore, trainer: Trainer): void {
  store.subscribe((state, before) => {
    const { trash, messages, images } = state;
    if (trash && messages !== before.messages) {
      if (!messages.some(({ id }) => id === trash.messageId)) store.setState({ trash: null });
    }
    if (images !== before.images || trash !== before.trash) dispose(store, trainer);
  });
}

function dispose(store: AppStore, trainer: Trainer): void {
  const { images, trash } = store.getState();
  const kept = new Set([...images, ...(trash?.images ?? [])].map(({ id }) => id));
  const gone = [...pictures.keys()].filter((id) => !kept.has(id));
  if (gone.length === 0) return;
  for (const id of gone) {
    const cropUrl = pictures.get(id)?.cropUrl;
    if (cropUrl) URL.revokeObjectURL(cropUrl);
    pictures.delete(id);
  }
  void trainer.worker.inUse?.call('dropTokens', { imageIds: gone }).catch(() => undefined);
}
