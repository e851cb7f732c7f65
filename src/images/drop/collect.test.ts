import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../vocabulary/failures';
import { collectDrop, collectInput } from './collect';

/** A folder of the test: names to contents; a string is a file, an error something unreadable. */
interface Tree {
  [name: string]: Tree | string | Error | Broken;
}

/** A folder whose listing fails, or falls silent, after what is in it. */
class Broken {
  constructor(
    readonly tree: Tree,
    readonly error: Error | 'silent',
  ) {}
}

const BATCH = 100;

/** The browser's entries for a tree; folders come in batches, as in Chromium. */
function entriesOf(tree: Tree, parent = ''): FileSystemEntry[] {
  return Object.entries(tree).map(([name, content]) => {
    const fullPath = `${parent}/${name}`;
    const base = { name, fullPath, isFile: true, isDirectory: false };
    if (content instanceof Error) {
      const file = (_: unknown, reject: (error: Error) => void) => reject(content);
      return { ...base, file } as unknown as FileSystemEntry;
    }
    if (typeof content === 'string') {
      const file = (resolve: (file: File) => void) => resolve(new File([content], name));
      return { ...base, file } as unknown as FileSystemEntry;
    }
    const [inside, end] =
      content instanceof Broken ? [content.tree, content.error] : [content, null];
    const createReader = () => {
      const left = entriesOf(inside, fullPath);
      return {
        readEntries(resolve: (batch: FileSystemEntry[]) => void, reject: (error: unknown) => void) {
          if (left.length > 0 || end === null) resolve(left.splice(0, BATCH));
          else if (end !== 'silent') reject(end);
        },
      };
    };
    return {
      ...base,
      isFile: false,
      isDirectory: true,
      createReader,
    } as unknown as FileSystemEntry;
  });
}

/** A drop of the top level of a tree; the items die when the handler returns, as in a browser. */
function dropOf(tree: Tree): DataTransfer {
  let alive = true;
  const items = entriesOf(tree).map((entry) => ({
    kind: 'file',
    webkitGetAsEntry: () => (alive ? entry : null),
    getAsFile: () => null,
  }));
  queueMicrotask(() => {
    alive = false;
  });
  return { items } as unknown as DataTransfer;
}

async function dropped(tree: Tree) {
  const { files, ...rest } = await collectDrop(dropOf(tree));
  return { ...rest, files: files.map(({ file, folder }) => [folder, file.name]) };
}

const denied = new DOMException('denied', 'NotReadableError');
const unreadable = (path: string, reason: Failure) => ({
  path,
  outcome: { kind: 'unreadable', reason },
});
const passedOver = (path: string, why: 'system' | 'hidden' = 'system') => ({
  path,
  outcome: { kind: 'passed-over', why },
});

describe('collectDrop', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('names the nearest folder and leaves loose files without one', async () => {
    expect(
      await dropped({ photos: { cats: { 'a.jpg': '1' }, 'b.jpg': '2' }, 'c.jpg': '3' }),
    ).toEqual({
      files: [
        [null, 'c.jpg'],
        ['photos', 'b.jpg'],
        ['cats', 'a.jpg'],
      ],
      emptyFolders: [],
      others: [],
    });
  });

  it('reads folders larger than one batch', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${i}.jpg`, 'x']));
    const { files } = await dropped({ many });
    expect(files).toHaveLength(250);
    expect(files.slice(0, 3).map(([, name]) => name)).toEqual(['0.jpg', '1.jpg', '2.jpg']);
    expect(files.at(-1)).toEqual(['many', '249.jpg']);
  });

  it('names empty folders, the outermost of nested ones only', async () => {
    const { emptyFolders } = await dropped({
      pets: { cats: { 'a.jpg': '1' }, dogs: {} },
      nothing: { here: {}, there: { '.DS_Store': 'x' } },
    });
    expect(emptyFolders).toEqual(['nothing', 'pets/dogs']);
  });

  it('passes over what the system left behind, and says so', async () => {
    const { files, emptyFolders, others } = await dropped({
      cats: { '.DS_Store': '', 'Thumbs.db': '', 'desktop.ini': '', '._a.jpg': '', 'a.jpg': '1' },
      __MACOSX: { 'a.jpg': '' },
      '.git': { config: '' },
    });
    expect(files).toEqual([['cats', 'a.jpg']]);
    expect(emptyFolders).toEqual([]);
    expect(others).toHaveLength(6);
    expect(others).toEqual(
      expect.arrayContaining([
        passedOver('cats/.DS_Store'),
        passedOver('cats/Thumbs.db'),
        passedOver('cats/desktop.ini'),
        passedOver('cats/._a.jpg'),
        passedOver('__MACOSX'),
        passedOver('.git', 'hidden'),
      ]),
    );
  });

  it('goes on after something unreadable, and tells why it was', async () => {
    const gone = new DOMException('', 'NotFoundError');
    const deep = 'x'.repeat(170);
    const tree = {
      'a.jpg': denied,
      'b.jpg': '2',
      'c.jpg': gone,
      [deep]: gone,
      'd.jpg': new Error('odd'),
    };
    expect(await dropped({ cats: tree })).toEqual({
      files: [['cats', 'b.jpg']],
      emptyFolders: [],
      others: [
        unreadable('cats/a.jpg', { code: 'entry-not-opened' }),
        unreadable('cats/c.jpg', { code: 'entry-vanished' }),
        unreadable('cats/d.jpg', { code: 'unexpected', detail: 'odd' }),
        unreadable(`cats/${deep}`, { code: 'entry-path-too-long', characters: 175 }),
      ],
    });
  });

  it('names a folder that does not open, and keeps what came of one that fails half way', async () => {
    const tree = {
      set: {
        birds: new Broken({}, denied),
        cats: new Broken({ 'a.jpg': '1' }, denied),
        dogs: { 'b.jpg': '2' },
      },
    };
    expect(await dropped(tree)).toEqual({
      files: [
        ['cats', 'a.jpg'],
        ['dogs', 'b.jpg'],
      ],
      emptyFolders: [],
      others: [
        unreadable('set/birds', { code: 'entry-not-opened' }),
        unreadable('set/cats', { code: 'entry-not-opened' }),
      ],
    });
  });

  it('gives up what never answers, and is then less patient', async () => {
    vi.useFakeTimers();
    const coming = dropped({
      a: new Broken({ '1.jpg': '1' }, 'silent'),
      b: new Broken({}, 'silent'),
      c: { '2.jpg': '2' },
    });
    await vi.advanceTimersByTimeAsync(22_000);
    expect(await coming).toEqual({
      files: [
        ['a', '1.jpg'],
        ['c', '2.jpg'],
      ],
      emptyFolders: [],
      others: [
        unreadable('a', { code: 'entry-silent', seconds: 20 }),
        unreadable('b', { code: 'entry-silent', seconds: 2 }),
      ],
    });
  });
});

describe('collectInput', () => {
  const file = (path: string) =>
    Object.assign(new File(['x'], path.split('/').at(-1) ?? ''), {
      webkitRelativePath: path.includes('/') ? path : '',
    });

  it('takes folders from the paths, in natural order', () => {
    const list = ['pets/cats/10.jpg', 'pets/cats/9.jpg', 'pets/.hidden/1.jpg', 'pets/x.jpg'];
    const { files, others } = collectInput(list.map(file));
    expect(others).toEqual([passedOver('pets/.hidden/1.jpg', 'hidden')]);
    expect(files.map((one) => [one.folder, one.file.name])).toEqual([
      ['cats', '9.jpg'],
      ['cats', '10.jpg'],
      ['pets', 'x.jpg'],
    ]);
  });

  it('leaves loose files without a folder', () => {
    expect(collectInput([file('a.jpg')]).files.map((one) => one.folder)).toEqual([null]);
  });
});
