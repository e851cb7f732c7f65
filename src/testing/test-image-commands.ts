import { createImageCommands } from '../engine/commands/images';
import { createNotices } from '../engine/notices';
import { en } from '../messages/en/index';
import type { ImageBlobsById } from '../state/image-blobs';
import type { AppStore } from '../state/store';

/** For tests: what a person does with classes and images, where nothing works behind the store. */
export function testImageCommands(
  store: AppStore,
  { blobs = new Map() as ImageBlobsById, wake = (): void => undefined } = {},
) {
  return createImageCommands({
    store,
    blobs,
    notices: createNotices(store),
    pipeline: { wake },
    names: en.names,
    environment: {
      askToKeep: async () => undefined,
      loadSample: async (file) => new Blob([file], { type: 'image/webp' }),
    },
  });
}
