import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../messages/en/index';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import type { StoredProject } from '../../storage/project';
import { testImageCommands } from '../../testing/test-image-commands';
import { said } from '../../testing/test-notices';
import { FakeDisk, soleTab } from '../../testing/test-storage';
import { createNotices, type Notices } from '../notices';
import { Persistence, type PersistenceParts } from './persistence';

let store: AppStore;
let blobs: ImageBlobsById;
let notices: Notices;
let commands: ReturnType<typeof testImageCommands>;
let disk: FakeDisk;
let hide: () => void;
/** What the parts were told, in order. */
let log: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  disk = new FakeDisk();
  openTab();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page of its own, with nothing on it. */
function openTab(): void {
  store = createAppStore();
  blobs = new Map();
  notices = createNotices(store);
  commands = testImageCommands(store, { blobs });
  log = [];
}

async function start(change: Partial<PersistenceParts> = {}): Promise<void> {
  const persistence = new Persistence(store, blobs, notices, en.names, {
    storage: disk,
    holds: soleTab,
    remembered: () => null,
    remember: () => undefined,
    now: () => 5,
    onBack: (imageIds) => log.push(`back: ${imageIds.length}, there: ${state().images.length}`),
    onRestored: () => log.push(`restored: ${state().images.length}`),
    onMade: () => undefined,
    onTaken: async () => undefined,
    clear: async () => undefined,
    choose: async ({ backboneId, precision }) => ({ backboneId, precision }),
    onHidden: (listener) => {
      hide = listener;
    },
    ...change,
  });
  await persistence.start();
  await pass(0);
}

const state = () => store.getState();
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const stored = () => disk.project as StoredProject;
const storedNames = () => stored().classes.map(({ name }) => name);
const FULL = new DOMException('Quota exceeded.', 'QuotaExceededError');

/** Adds a file, as far as it is decoded. */
async function addImage(className: string, name: string): Promise<string> {
  const file = { file: new File([`GIF89a ${name}`], name), folder: className };
  await commands.addFiles({ files: [file], emptyFolders: [] }, null);
  return decoded(name);
}

const imageIdOf = (name: string) => state().images.find((one) => one.name === name)?.id ?? '';

function decoded(name: string): string {
  const image = state().images.find((one) => one.name === name);
  const blob = blobs.get(image?.id ?? '');
  if (!image || !blob) throw new Error(`There is no ${name}.`);
  blob.contentHash = `hash of ${name}`;
  store.setState(({ images }) => ({ images: [...images] }));
  return image.id;
}

/** A visit that leaves two classes with an image each. */
async function earlierVisit(): Promise<void> {
  await start();
  await addImage('cats', 'a.png');
  await addImage('dogs', 'b.png');
  store.setState({ seed: 7, selectedImageId: state().images[1]?.id ?? null });
  await pass(1000);
  openTab();
}

describe('writing', () => {
  test('a change after a while of peace is there at once', async () => {
    await start();
    await pass(1000);
    commands.addClass('cats');
    await pass(1);
    expect(storedNames()).toEqual(['cats']);
  });

  test('many changes are few writes, the last of them among them', async () => {
    await start();
    await pass(1000);
    const before = disk.writes;
    for (let count = 0; count < 50; count++) {
      commands.addClass(`class ${count}`);
      await pass(10);
    }
    expect(disk.writes - before).toBeLessThanOrEqual(3);
    await pass(300);
    expect(stored().classes).toHaveLength(50);
  });

  test('what does not belong to the project writes nothing', async () => {
    await start();
    await pass(1000);
    const { writes } = disk;
    store.setState({ query: 3, epoch: 2, layer: 'evidence' });
    await pass(1000);
    expect(disk.writes).toBe(writes);
  });

  test('a tab that is hidden does not wait', async () => {
    await start();
    await pass(1000);
    commands.addClass('cats');
    await pass(1);
    commands.addClass('dogs');
    hide();
    await pass(0);
    expect(storedNames()).toEqual(['cats', 'dogs']);
    const { writes } = disk;
    hide();
    await pass(1000);
    expect(disk.writes).toBe(writes);
  });

  test('a file is kept at once, as bytes, before it is decoded; undoing finds it', async () => {
    await start();
    await pass(1000);
    const file = { file: new File(['GIF89a'], 'a.png'), folder: 'cats' };
    await commands.addFiles({ files: [file], emptyFolders: [] }, null);
    await pass(1000);
    const [image] = state().images;
    const imageId = image?.id ?? '';
    expect(stored().images).toMatchObject([{ id: imageId, contentHash: null }]);
    expect(await disk.filesOfFirst.get(imageId)?.text()).toBe('GIF89a');
    expect(blobs.get(imageId)?.file).not.toBe(file.file);
    decoded('a.png');
    await pass(1000);
    expect(stored().images).toMatchObject([{ id: imageId, contentHash: 'hash of a.png' }]);
    commands.deleteImage(imageId);
    await pass(1000);
    expect(stored().images).toEqual([]);
    commands.undo();
    await pass(1000);
    expect([...disk.filesOfFirst.keys()]).toEqual([imageId]);
    expect(stored().images).toHaveLength(1);
  });

  test('what is no image is not read for it, and what can’t be read is tried again, then named', async () => {
    await start();
    const gone = new File(['GIF89a'], 'gone.gif');
    gone.arrayBuffer = () => Promise.reject(new DOMException('Not found.', 'NotFoundError'));
    gone.slice = () => gone;
    const dropped = [gone, new File(['MZ a program'], 'setup.exe'), new File(['GIF89a'], 'b.gif')];
    const files = dropped.map((file) => ({ file, folder: 'cats' }));
    await commands.addFiles({ files, emptyFolders: [] }, null);
    decoded('gone.gif');
    await pass(60_000);
    expect([...disk.filesOfFirst.keys()]).toEqual([imageIdOf('b.gif')]);
    expect(said(store)).toEqual([
      'gone.gif Its file cannot be read any more, so it is only in this page. Add it again to keep it.',
    ]);
  });

  test('what no edit would bring back goes', async () => {
    await start();
    const imageId = await addImage('cats', 'a.png');
    await pass(1000);
    expect(disk.filesOfFirst.size).toBe(1);
    // Turned away by the decoder, say.
    store.setState(({ images }) => ({ images: images.filter(({ id }) => id !== imageId) }));
    await pass(1000);
    expect(disk.filesOfFirst.size).toBe(0);
  });
});

describe('a write that fails', () => {
  test('is said once and tried again; then everything is saved, and the message goes', async () => {
    await start();
    await pass(1000);
    disk.trouble = FULL;
    await addImage('cats', 'a.png');
    await pass(1);
    expect(state().messages.map(({ what }) => what)).toEqual([
      { code: 'in-memory-only', why: 'disk-full' },
    ]);
    await addImage('dogs', 'b.png');
    await pass(10_000);
    expect(state().messages).toHaveLength(1);
    expect(disk.filesOfFirst.size).toBe(0);

    disk.trouble = null;
    await pass(12_000);
    expect(storedNames()).toEqual(['cats', 'dogs']);
    expect(disk.filesOfFirst.size).toBe(2);
    expect(state().messages).toEqual([]);

    commands.addClass('birds');
    await pass(1000);
    expect(storedNames()).toEqual(['cats', 'dogs', 'birds']);
    const { writes } = disk;
    await pass(10_000);
    expect(disk.writes).toBe(writes);
  });

  test('after which storage is empty is followed by all that is here', async () => {
    await start();
    await addImage('cats', 'a.png');
    await pass(1000);
    expect(disk.filesOfFirst.size).toBe(1);
    // The person clears the site's data.
    disk.projects.clear();
    disk.kept.clear();
    disk.connections += 1;
    commands.addClass('dogs');
    await pass(1000);
    expect(storedNames()).toEqual(['cats', 'dogs']);
    expect(disk.filesOfFirst.size).toBe(1);
  });

  test('is said again when it happens again later', async () => {
    await start();
    for (const name of ['cats', 'dogs']) {
      disk.trouble = new Error('The connection was closed.');
      commands.addClass(name);
      await pass(1000);
      expect(state().messages.map(({ what }) => what)).toEqual([
        { code: 'in-memory-only', why: 'failing' },
      ]);
      disk.trouble = null;
      await pass(3000);
      expect(state().messages).toEqual([]);
    }
  });

  test('that the person has read stays away while it lasts', async () => {
    await start();
    disk.trouble = FULL;
    commands.addClass('cats');
    await pass(1000);
    notices.dismissAll();
    await pass(10_000);
    expect(state().messages).toEqual([]);
  });
});

describe('the next visit', () => {
  test('has everything again, decoded or not', async () => {
    await earlierVisit();
    await start();
    expect(state()).toMatchObject({
      classes: [{ name: 'cats' }, { name: 'dogs' }],
      images: [
        { name: 'a.png', status: { kind: 'preparing' }, cropUrl: null },
        { name: 'b.png', status: { kind: 'preparing' }, cropUrl: null },
      ],
      seed: 7,
      restored: true,
      messages: [],
    });
    expect(state().selectedImageId).toBe(state().images[1]?.id);
    const [first] = blobs.values();
    expect(first).toMatchObject({ contentHash: 'hash of a.png', crop: null });
    expect(await first?.file.text()).toBe('GIF89a a.png');
    // Nothing is said about images that were decoded then, and they are worked on now.
    expect(log).toEqual(['back: 2, there: 0', 'restored: 2']);
  });

  test('has what was added while storage was read beside it', async () => {
    await earlierVisit();
    const { records } = disk;
    let open = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      open = resolve;
    });
    disk.records = async () => {
      await answered;
      return records.call(disk);
    };
    const started = start();
    const early = await addImage('birds', 'c.png');
    commands.select(early);
    expect(state().restored).toBe(false);
    open();
    await started;
    expect(state().images.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'c.png']);
    expect(state().selectedImageId).toBe(early);
    await pass(1000);
    expect(storedNames()).toEqual(['cats', 'dogs', 'birds']);
    expect(disk.filesOfFirst.size).toBe(3);
  });

  test('reads again what could not be read at first', async () => {
    await earlierVisit();
    disk.readTrouble = new DOMException('Internal error.', 'UnknownError');
    setTimeout(() => {
      disk.readTrouble = null;
    }, 300);
    const started = start();
    await pass(1000);
    await started;
    expect(state().images).toHaveLength(2);
    expect(state().messages).toEqual([]);
  });

  test('names images whose file the browser has lost', async () => {
    await earlierVisit();
    const [lost] = disk.filesOfFirst.keys();
    disk.filesOfFirst.delete(lost ?? '');
    await start();
    expect(state().images.map(({ name }) => name)).toEqual(['b.png']);
    expect(said(store)).toEqual([
      'a.png The browser has lost the file of this image. Add it again.',
    ]);
    await pass(1000);
    expect(stored().images.map(({ name }) => name)).toEqual(['b.png']);
  });

  test('takes what the backbone of then stands for now, with a probe that it has', async () => {
    await start();
    store.setState({ backboneId: 'dino-vits16', probe: { name: 'linear', options: {} } });
    await pass(1000);
    openTab();
    await start({ choose: async () => ({ backboneId: 'hiera-tiny-224', precision: 'fp32' }) });
    expect(state()).toMatchObject({ backboneId: 'hiera-tiny-224', probe: { name: 'ep' } });
  });

  test('lets go of files that no image is made of', async () => {
    await earlierVisit();
    disk.filesOfFirst.set('orphan', new Blob());
    await start();
    expect([...disk.filesOfFirst.keys()]).not.toContain('orphan');
  });
});

describe('without storage', () => {
  test('everything goes on in memory, and that is said; what can be kept later is', async () => {
    disk.readTrouble = new DOMException('A private window.', 'SecurityError');
    disk.trouble = disk.readTrouble;
    await start();
    expect(state().restored).toBe(true);
    expect(state().messages.map(({ what }) => what)).toEqual([
      { code: 'in-memory-only', why: 'no-storage' },
    ]);
    commands.addClass('cats');
    await pass(10_000);
    expect(disk.project).toBeUndefined();
    expect(state().messages).toHaveLength(1);
    disk.trouble = null;
    await pass(60_000);
    expect(storedNames()).toEqual(['cats']);
    expect(state().messages).toEqual([]);
  });

  test('a project that could not be read is never written over', async () => {
    await earlierVisit();
    const before = structuredClone(disk.project);
    disk.readTrouble = new Error('The connection was closed.');
    const started = start();
    await pass(5000);
    await started;
    expect(state().messages.map(({ what }) => what)).toEqual([
      { code: 'in-memory-only', why: 'failing' },
    ]);
    disk.readTrouble = null;
    commands.addClass('birds');
    await pass(10_000);
    expect(disk.project).toEqual(before);
    expect(disk.projects.get(1)).toMatchObject({ classes: [{ name: 'birds' }] });
  });

  test('a project of a later version is never written over', async () => {
    const later = { version: 99, classes: 'something else' };
    disk.project = later;
    disk.filesOfFirst.set('theirs', new Blob());
    await start();
    expect(state().restored).toBe(true);
    await addImage('cats', 'a.png');
    hide();
    await pass(10_000);
    expect(disk.project).toBe(later);
    expect([...disk.filesOfFirst.keys()]).toEqual(['theirs']);
    expect(disk.projects.get(1)).toMatchObject({ classes: [{ name: 'cats' }] });
  });
});

describe('several tabs', () => {
  /** A tab that another may take the project from. */
  function takenTab() {
    let take: (mayWrite: boolean) => Promise<void> = async () => undefined;
    const holds = (onTaken: typeof take) => {
      take = onTaken;
      return soleTab();
    };
    return { holds, take: (mayWrite: boolean) => take(mayWrite) };
  }

  test('what is changed after the project went to another tab becomes a copy', async () => {
    await earlierVisit();
    const tab = takenTab();
    await start({ holds: tab.holds });
    commands.addClass('birds');
    await tab.take(true);
    expect((disk.project as StoredProject).classes).toHaveLength(3);
    expect(state().messages).toMatchObject([
      { what: { code: 'project-taken' }, action: { kind: 'take-over', projectId: 0 } },
    ]);
    // Looking at it makes no copy.
    commands.select(state().images[1]?.id ?? null);
    await pass(5000);
    expect(disk.projects.size).toBe(1);
    commands.addClass('fish');
    await pass(1000);
    expect((disk.project as StoredProject).classes).toHaveLength(3);
    expect((disk.projects.get(1) as StoredProject).classes).toHaveLength(4);
    expect(disk.kept.get(1)?.size).toBe(2);
    expect(state().projectId).toBe(1);
  });

  test('where tabs can’t know of each other, neither writes over the other', async () => {
    await earlierVisit();
    const uncertain = () => ({ ...soleTab(), certain: false });
    await start({ holds: uncertain });
    // Another tab writes meanwhile.
    const theirs = { ...(disk.project as object), name: 'theirs', stamp: 0.123 };
    disk.project = theirs;
    commands.addClass('birds');
    await pass(1000);
    expect(disk.project).toBe(theirs);
    expect((disk.projects.get(1) as StoredProject).classes).toHaveLength(3);
    expect(disk.kept.get(1)?.size).toBe(2);
    expect(said(store).join()).toContain('What is here is kept as a copy.');
  });

  test('the last project, open elsewhere, is offered, and a new one begins', async () => {
    await earlierVisit();
    await start({ holds: () => ({ ...soleTab(), hold: async () => false }) });
    expect(state().images).toEqual([]);
    expect(state().messages).toMatchObject([
      {
        what: { code: 'project-elsewhere', number: 1 },
        action: { kind: 'take-over', projectId: 0 },
      },
    ]);
    const before = structuredClone(disk.project);
    commands.addClass('birds');
    await pass(1000);
    expect(disk.project).toEqual(before);
    expect((disk.projects.get(1) as StoredProject).classes).toHaveLength(1);
  });
});
