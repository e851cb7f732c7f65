import { beforeEach, expect, test, vi } from 'vitest';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';
import { testTrainer } from '../../testing/test-trainer';
import { followDisposal } from './disposal';

let store: AppStore;
let blobs: ImageBlobsById;
let commands: ReturnType<typeof testImageCommands>;
let fake: ReturnType<typeof testTrainer>;
let revoked: string[];

beforeEach(async () => {
  store = createAppStore();
  blobs = new Map();
  fake = testTrainer();
  revoked = [];
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url));
  followDisposal(store, blobs, fake.trainer);
  commands = testImageCommands(store, { blobs });
  const files = ['a.png', 'b.png'].map((name) => ({
    file: new File([name], name),
    folder: 'cats',
  }));
  await commands.addFiles({ files, emptyFolders: [] }, null);
  for (const { id, name } of store.getState().images) {
    const blob = blobs.get(id);
    if (blob) blob.cropUrl = `blob:${name}`;
  }
  return () => vi.restoreAllMocks();
});

const idOf = (name: string) =>
  store.getState().images.find((image) => image.name === name)?.id ?? '';
const dropped = () => fake.calls.map(({ method, args }) => [method, args]);

test('an image in the trash keeps all that is needed to bring it back', () => {
  commands.deleteImage(idOf('a.png'));
  expect(blobs.size).toBe(2);
  expect(revoked).toEqual([]);
  commands.undo();
  expect(blobs.size).toBe(2);
  expect(fake.calls).toEqual([]);
});

test('what nothing would bring back goes, with its tokens', () => {
  const id = idOf('a.png');
  // Turned away by the decoder, say: no edit of a person.
  store.setState(({ images }) => ({ images: images.filter((image) => image.id !== id) }));
  expect([...blobs.keys()]).toEqual([idOf('b.png')]);
  expect(revoked).toEqual(['blob:a.png']);
  expect(dropped()).toEqual([['dropTokens', { imageIds: [id] }]]);
});

test('what changes about an image takes nothing away', () => {
  commands.moveImage(idOf('a.png'), commands.addClass('dogs'));
  store.setState({ epoch: 3 });
  expect(blobs.size).toBe(2);
});

test('without a worker there are no tokens to drop', () => {
  fake.worker.inUse = null;
  store.setState({ images: [] });
  expect(blobs.size).toBe(0);
});
