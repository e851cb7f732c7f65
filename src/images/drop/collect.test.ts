import { describe, expect, it } from 'vitest';
import { collectDrop, collectInput } from './collect';

/** A folder of the test: names to contents; a string is a file, null is something unreadable. */
interface Tree {
  [name: string]: Tree | string | null;
}

const BATCH = 100;

/** The browser's entries for a tree; folders come in batches, as in Chromium. */
function entriesOf(tree: Tree, parent = ''): FileSystemEntry[] {
  return Object.entries(tree).map(([name, content]) => {
    const fullPath = `${parent}/${name}`;
    const base = { name, fullPath, isFile: typeof content !== 'object', isDirectory: false };
    if (content === null) {
      const file = (_: unknown, reject: (error: Error) => void) => reject(new Error('denied'));
      return { ...base, isFile: true, file } as unknown as FileSystemEntry;
    }
    if (typeof content === 'string') {
      const file = (resolve: (file: File) => void) => resolve(new File([content], name));
      return { ...base, file } as unknown as FileSystemEntry;
    }
    const createReader = () => {
      const left = entriesOf(content, fullPath);
      return {
        readEntries: (resolve: (batch: FileSystemEntry[]) => void) =>
          resolve(left.splice(0, BATCH)),
      };
    };
    return { ...base, isDirectory: true, createReader } as unknown as FileSystemEntry;
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

describe('collectDrop', () => {
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
      unreadable: [],
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
    expect(emptyFolders).toEqual(['nothing', 'dogs']);
  });

  it('skips what the system left behind', async () => {
    const { files, emptyFolders } = await dropped({
      cats: { '.DS_Store': '', 'Thumbs.db': '', 'desktop.ini': '', '._a.jpg': '', 'a.jpg': '1' },
      __MACOSX: { 'a.jpg': '' },
      '.git': { config: '' },
    });
    expect(files).toEqual([['cats', 'a.jpg']]);
    expect(emptyFolders).toEqual([]);
  });

  it('goes on after something unreadable', async () => {
    expect(await dropped({ cats: { 'a.jpg': null, 'b.jpg': '2' } })).toEqual({
      files: [['cats', 'b.jpg']],
      emptyFolders: [],
      unreadable: ['cats/a.jpg'],
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
    const { files } = collectInput(list.map(file));
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
