import { createHistory } from '../engine/commands/history';
import { createImageCommands } from '../engine/commands/images';
import { Drops } from '../engine/images/drops';
import { createNotices } from '../engine/notices';
import { en } from '../messages/en/index';
import type { ImageBlobsById } from '../state/image-blobs';
import type { AppStore } from '../state/store';

/** For tests: what a person does with classes and images, where nothing works behind the store. */
export function testImageCommands(
  store: AppStore,
  {
    blobs = new Map() as ImageBlobsById,
    notices = createNotices(store),
    drops = new Drops(store, notices),
    wake = (): void => undefined,
    loadSample = async (file: string): Promise<Blob> => new Blob([file], { type: 'image/webp' }),
  } = {},
) {
  const parts = { store, blobs, notices, drops, pipeline: { wake }, names: en.names };
  const { edits, commands } = createHistory(parts);
  const environment = { askToKeep: async () => undefined, loadSample };
  return { ...commands, ...createImageCommands({ ...parts, environment, edits }) };
}
