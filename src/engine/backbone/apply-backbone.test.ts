import { beforeEach, expect, test } from 'vitest';
import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';
import { testImages } from '../../testing/test-images';
import { testTraining } from '../../testing/test-run';
import { planStudy } from '../runs/probe-study';
import { applyBackbone } from './apply-backbone';

const OTHER = { backboneId: 'siglip-base', precision: 'fp32' } as const;

let store: AppStore;
let blobs: ImageBlobsById;

beforeEach(() => {
  store = createAppStore();
  blobs = new Map();
  store.setState({
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    images: [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])],
  });
  const { preprocessing } = findBackbone([], OTHER.backboneId);
  for (const id of ['1', '2', '3', '4']) blobs.set(id, freshBlobs(new Blob(), id));
  // As if this one had been prepared for the other one already.
  const first = blobs.get('1');
  if (first) Object.assign(first, { crop: new Blob(), croppedFor: geometryKey(preprocessing) });
});

const go = (choice: Parameters<typeof applyBackbone>[2] = OTHER) =>
  applyBackbone(store, blobs, choice, null);

test('images and labels stay, and wait for tokens: prepared anew only where they look different', () => {
  const { images, classes } = store.getState();
  go();
  const now = store.getState();
  expect(now.classes).toBe(classes);
  expect(now.images.map(({ id, classId }) => [id, classId])).toEqual(
    images.map(({ id, classId }) => [id, classId]),
  );
  expect(now.images.map(({ status }) => status.kind)).toEqual([
    'waiting',
    'preparing',
    'preparing',
    'preparing',
  ]);
  expect(now).toMatchObject(OTHER);
});

test('what was made with the tokens of before goes', () => {
  store.setState({ training: testTraining('train-1', ['1']), openedKey: 'gap' });
  go();
  expect(store.getState()).toMatchObject({
    training: { kind: 'idle' },
    openedKey: null,
    study: { kind: 'idle' },
  });
});

test('a deletion can still be undone, and what comes back waits too', () => {
  const commands = testImageCommands(store, { blobs });
  commands.deleteImage('2');
  go();
  commands.undo();
  expect(store.getState().images.map(({ status }) => status.kind)).not.toContain('ready');
});

test('the numbers of a study are there again on returning to its backbone', () => {
  const home = { backboneId: store.getState().backboneId, precision: 'fp32' } as const;
  const study = planStudy(store.getState());
  store.setState({ backboneStudies: { [home.backboneId]: study } });
  go();
  expect(store.getState().study).toEqual({ kind: 'idle' });
  go(home);
  expect(store.getState().study).toEqual({ kind: 'paused', study, reason: null });
  store.setState({ backboneStudies: { [home.backboneId]: { ...study, precision: 'fp16' } } });
  go(home);
  expect(store.getState().study).toEqual({ kind: 'idle' });
});

test('a probe that reads [CLS] gives way where there is none', () => {
  store.setState({ probe: { name: 'linear', options: {} } });
  go();
  expect(store.getState().probe.name).toBe('ep');
});
