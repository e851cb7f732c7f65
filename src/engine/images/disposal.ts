import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppStore } from '../../state/store';
import type { Trainer } from '../workers/trainer';

/**
 * Frees what can't be brought back: blobs and tokens of images that are neither in the project nor in
 * the trash.
 */
export function followDisposal(
  store: AppStore,
  blobs: ImageBlobsById,
  trainer: Pick<Trainer, 'worker'>,
): void {
  store.subscribe(({ images, trash }, before) => {
    if (images === before.images && trash === before.trash) return;
    const stays = new Set([...images, ...trash].map(({ id }) => id));
    const gone = [...blobs.keys()].filter((id) => !stays.has(id));
    if (gone.length === 0) return;
    for (const id of gone) {
      const cropUrl = blobs.get(id)?.cropUrl;
      if (cropUrl) URL.revokeObjectURL(cropUrl);
      blobs.delete(id);
    }
    void trainer.worker.inUse?.call('dropTokens', { imageIds: gone }).catch(() => undefined);
  });
}
