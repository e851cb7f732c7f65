import { beforeEach, describe, expect, test } from 'vitest';
import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { DecodeOutcome, ImageCalls } from '../../images/api';
import { failureText } from '../../messages/en/failures';
import { noticeText } from '../../messages/en/notices';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { calm, soon } from '../../testing/test-app';
import { testImageCommands } from '../../testing/test-image-commands';
import { said } from '../../testing/test-notices';
import { FakeWorker, type WorkerCall } from '../../testing/test-worker';
import type { Notice } from '../../vocabulary/notices';
import { createNotices } from '../notices';
import { DecodeQueue } from './decode-queue';
import { Drops } from './drops';

type Worker = FakeWorker<ImageCalls>;
const REFUSED: DecodeOutcome = { kind: 'rejected', reason: { code: 'image-empty' } };
const NOTES: Notice[] = [{ code: 'image-first-frame' }];

let store: AppStore;
let blobs: ImageBlobsById;
let queue: DecodeQueue;
let commands: ReturnType<typeof testImageCommands>;
let workers: Worker[];
let changes: number;

beforeEach(() => {
  store = createAppStore();
  blobs = new Map();
  workers = [];
  changes = 0;
  const spawn = () => {
    const made: Worker = new FakeWorker();
    workers.push(made);
    return made.worker;
  };
  const notices = createNotices(store);
  const drops = new Drops(store, notices);
  const onChange = () => {
    changes += 1;
    queue.wake();
  };
  queue = new DecodeQueue(store, blobs, notices, drops, spawn, onChange, [1, 1, 1]);
  commands = testImageCommands(store, { blobs, notices, drops, wake: () => queue.wake() });
  queue.start();
});

const state = () => store.getState();
const kinds = () => state().images.map(({ status }) => status.kind);
const names = () => state().images.map(({ name }) => name);
const add = (className: string, ...files: string[]) =>
  commands.addFiles(
    {
      files: files.map((name) => ({ file: new File([name], name), folder: className })),
      emptyFolders: [],
    },
    null,
  );

/** The calls that wait, in the order they came, by the text of their files. */
const answered = new WeakSet<object>();
const isPrepare = (call: WorkerCall<ImageCalls>): call is WorkerCall<ImageCalls, 'prepare'> =>
  call.method === 'prepare';
const waiting = () =>
  workers.flatMap((worker) =>
    worker.ended
      ? []
      : worker.calls
          .filter(isPrepare)
          .filter((call) => !answered.has(call))
          .map((call) => ({ call, worker })),
  );
/** The call for this file, once it is there. */
async function asked(text: string) {
  for (let tries = 0; tries < 500; tries++) {
    for (const one of waiting()) {
      if ((await one.call.args.file.text()) === text) return one;
    }
    await calm();
  }
  throw new Error(`Nothing was asked about ${text}.`);
}
async function answer(text: string, outcome: DecodeOutcome = ready(text)): Promise<void> {
  const { call } = await asked(text);
  answered.add(call);
  call.answer(outcome);
  await calm();
}
const ready = (text: string, more: Partial<DecodeOutcome> = {}): DecodeOutcome => {
  const contentHash = `hash of ${text}`;
  const crop = new Blob([`crop of ${text}`]);
  return {
    kind: 'ready',
    contentHash,
    crop,
    width: 1,
    height: 1,
    notes: [],
    ...more,
  } as DecodeOutcome;
};
async function die(text: string): Promise<void> {
  const { call, worker } = await asked(text);
  answered.add(call);
  worker.die();
  worker.ended = true;
  await calm();
}

describe('a class that was made for files', () => {
  const classes = () => state().classes.map(({ name }) => name);

  test('goes with the last of them, where none was taken', async () => {
    await add('notes', 'a.txt', 'b.txt');
    expect(classes()).toEqual(['notes']);
    await answer('a.txt', REFUSED);
    expect(classes()).toEqual(['notes']);
    await answer('b.txt', REFUSED);
    expect(classes()).toEqual([]);
  });

  test('stays where one was taken, where it was there before, or was given a name', async () => {
    await add('cats', 'a.png', 'b.txt');
    await answer('a.png');
    await answer('b.txt', REFUSED);
    commands.addClass('dogs');
    await add('dogs', 'c.txt');
    await answer('c.txt', REFUSED);
    await add('birds', 'd.txt');
    commands.renameClass(state().classes.at(-1)?.id ?? '', 'fowl');
    await answer('d.txt', REFUSED);
    expect(classes()).toEqual(['cats', 'dogs', 'fowl']);
  });
});

describe('a file', () => {
  test('becomes a crop that waits for tokens, two at once', async () => {
    await add('cats', 'a.png', 'b.png', 'c.png');
    await asked('a.png');
    await asked('b.png');
    expect(waiting()).toHaveLength(2);
    expect(workers).toHaveLength(2);
    const { resize, resample, crop } = findBackbone([], state().backboneId).preprocessing;
    expect((await asked('a.png')).call.args).toMatchObject({ resize, resample, crop });
    await answer('b.png');
    await answer('a.png');
    await answer('c.png');
    expect(kinds()).toEqual(['waiting', 'waiting', 'waiting']);
    const [image] = state().images;
    const blob = blobs.get(image?.id ?? '');
    expect(await blob?.crop?.text()).toBe('crop of a.png');
    expect(blob).toMatchObject({
      contentHash: 'hash of a.png',
      croppedFor: geometryKey(findBackbone([], state().backboneId).preprocessing),
      cropUrl: image?.cropUrl,
    });
    expect(image?.cropUrl).toMatch(/^blob:/);
    expect(changes).toBe(3);
  });

  test('that is no image is turned away, and said why', async () => {
    await add('cats', 'a.png', 'b.txt');
    await answer('b.txt', REFUSED);
    await answer('a.png');
    expect(names()).toEqual(['a.png']);
    expect(state().messages).toMatchObject([{ severity: 'error', subject: 'b.txt' }]);
    expect(said(store)).toEqual([`b.txt ${failureText({ code: 'image-empty' })}`]);
  });

  test('with something to say of it is taken, and that is said', async () => {
    await add('cats', 'a.gif');
    await answer('a.gif', ready('a.gif', { notes: NOTES }));
    expect(state().messages).toMatchObject([{ severity: 'note', subject: 'a.gif' }]);
    expect(said(store)).toEqual([`a.gif ${noticeText({ code: 'image-first-frame' })}`]);
  });

  test('of an earlier visit has nothing said of it again', async () => {
    await add('cats', 'a.gif');
    queue.beQuietAbout(state().images.map(({ id }) => id));
    await answer('a.gif', ready('a.gif', { notes: NOTES }));
    expect(kinds()).toEqual(['waiting']);
    expect(state().messages).toEqual([]);
  });

  test('that is gone from memory is said to be', async () => {
    await add('cats', 'a.png', 'b.png', 'c.png');
    blobs.delete(state().images[2]?.id ?? '');
    await answer('a.png');
    await answer('b.png');
    expect(names()).toEqual(['a.png', 'b.png']);
    expect(state().messages.map(({ what }) => what)).toEqual([{ code: 'file-gone' }]);
  });

  test('whose image is deleted meanwhile leaves nothing behind', async () => {
    await add('cats', 'a.gif');
    await asked('a.gif');
    commands.clearAll();
    commands.undo();
    commands.clearAll();
    const before = state().messages;
    await answer('a.gif', ready('a.gif', { notes: NOTES }));
    expect(state()).toMatchObject({ images: [], messages: before });
  });
});

describe('the same bytes twice', () => {
  const twin = { code: 'image-twin', className: 'cats', name: 'a.png' };

  test('are one image: the second is turned away', async () => {
    await add('cats', 'a.png');
    await answer('a.png');
    await add('dogs', 'copy.png');
    await answer('copy.png', ready('a.png'));
    expect(names()).toEqual(['a.png']);
    expect(state().messages).toMatchObject([{ severity: 'note', subject: 'copy.png', what: twin }]);
  });

  test('that come together: the first stays, whichever is quicker', async () => {
    await add('cats', 'a.png');
    await add('dogs', 'copy.png');
    await answer('copy.png', ready('a.png'));
    expect(names()).toEqual(['a.png', 'copy.png']);
    await answer('a.png');
    expect(names()).toEqual(['a.png']);
    expect(kinds()).toEqual(['waiting']);
    expect(state().messages).toMatchObject([{ subject: 'copy.png', what: twin }]);
  });
});

describe('a worker that dies', () => {
  test('over a file gives it to a fresh one', async () => {
    await add('cats', 'a.png');
    await die('a.png');
    await answer('a.png');
    expect(kinds()).toEqual(['waiting']);
    expect(state().messages).toEqual([]);
    expect(workers).toHaveLength(3);
  });

  test('twice over a file has it turned away; those after it go on', async () => {
    await add('cats', 'bad.png', 'a.png', 'b.png');
    await die('bad.png');
    await answer('a.png');
    await die('bad.png');
    expect(state().messages.map(({ what }) => what)).toEqual([
      { code: 'failed', failure: { code: 'image-stops-decoder' } },
    ]);
    await answer('b.png');
    expect(names()).toEqual(['a.png', 'b.png']);
    expect(kinds()).toEqual(['waiting', 'waiting']);
  });
});

test('a worker that fails on a file is ended, and a fresh one goes on', async () => {
  await add('cats', 'a.png');
  const { call, worker } = await asked('a.png');
  answered.add(call);
  call.fail(new Error('No memory.'));
  await soon(() => state().images.length === 0);
  expect(said(store)).toEqual(['a.png No memory.']);
  expect(worker.ended).toBe(true);
  await add('cats', 'b.png');
  await answer('b.png');
  expect(kinds()).toEqual(['waiting']);
});

describe('another backbone', () => {
  const other = findBackbone([], 'hiera-tiny-448');
  const useOther = () => {
    store.setState({ backboneId: other.id });
    queue.wake();
  };
  const makeReady = () =>
    store.setState(({ images }) => ({
      images: images.map((image) => ({ ...image, status: { kind: 'ready' } as const })),
    }));

  test('has its own crop made, and tokens that are there stay', async () => {
    await add('cats', 'a.gif');
    await answer('a.gif', ready('a.gif', { notes: NOTES }));
    makeReady();
    const { cropUrl, id } = state().images[0] ?? { id: '' };
    createNotices(store).dismissAll();
    useOther();
    const { call } = await asked('a.gif');
    expect(call.args.crop).toBe(448);
    await answer('a.gif', ready('a.gif', { notes: NOTES }));
    expect(kinds()).toEqual(['ready']);
    expect(state().images[0]?.cropUrl).not.toBe(cropUrl);
    expect(blobs.get(id)?.croppedFor).toBe(geometryKey(other.preprocessing));
    // What is to be said of it was said when it came.
    expect(state().messages).toEqual([]);
    await calm();
    expect(waiting()).toEqual([]);
  });

  test('while a crop is made has it made again', async () => {
    await add('cats', 'a.png');
    await asked('a.png');
    store.setState({ backboneId: other.id });
    await answer('a.png');
    expect(kinds()).toEqual(['preparing']);
    expect((await asked('a.png')).call.args.crop).toBe(448);
    await answer('a.png');
    expect(kinds()).toEqual(['waiting']);
  });

  test('does not cost an image that has its tokens', async () => {
    await add('cats', 'a.png');
    await answer('a.png');
    makeReady();
    useOther();
    await answer('a.png', REFUSED);
    expect(kinds()).toEqual(['ready']);
    expect(state().messages).toEqual([]);
    await calm();
    expect(waiting()).toEqual([]);
  });

  test('has images without tokens first', async () => {
    await add('cats', 'a.png', 'b.png', 'c.png');
    for (const name of ['a.png', 'b.png', 'c.png']) await answer(name);
    makeReady();
    useOther();
    await asked('a.png');
    await asked('b.png');
    await add('cats', 'new.png');
    await answer('a.png');
    await asked('new.png');
    await soon(() => waiting().length === 2);
  });
});

describe('a file that can’t be read', () => {
  const UNREADABLE: DecodeOutcome = { kind: 'rejected', reason: { code: 'image-unreadable' } };
  const missed = () => answer('a.png', UNREADABLE);

  test('is tried again, while the others go on', async () => {
    await add('cats', 'a.png', 'b.png');
    await missed();
    await answer('b.png');
    expect(kinds()).toEqual(['preparing', 'waiting']);
    await answer('a.png');
    expect(kinds()).toEqual(['waiting', 'waiting']);
    expect(said(store)).toEqual([]);
  });

  test('goes in the end, and is named; one that was taken before stays', async () => {
    await add('cats', 'a.png');
    for (let tries = 0; tries < 4; tries++) await missed();
    expect(names()).toEqual([]);
    expect(said(store)).toHaveLength(1);

    await add('cats', 'a.png');
    queue.beQuietAbout(state().images.map(({ id }) => id));
    for (let tries = 0; tries < 4; tries++) await missed();
    expect(state().images).toMatchObject([
      { name: 'a.png', status: { kind: 'failed', reason: { code: 'image-unreadable' } } },
    ]);
    expect(said(store)).toHaveLength(1);
  });
});
