import { beforeEach, expect, test } from 'vitest';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';

let store: AppStore;
let blobs: ImageBlobsById;
let commands: ReturnType<typeof testImageCommands>;
const state = () => store.getState();

beforeEach(() => {
  store = createAppStore();
  blobs = new Map();
  commands = testImageCommands(store, { blobs });
});

async function add(folder: string | null, ...names: string[]): Promise<void> {
  const files = names.map((name) => ({ file: new File([name], name), folder }));
  await commands.addFiles({ files, emptyFolders: [] }, null);
}

function contents(): Record<string, string[]> {
  const { classes, images } = state();
  return Object.fromEntries(
    classes.map(({ id, name }) => [
      name,
      images.filter(({ classId }) => classId === id).map((image) => image.name),
    ]),
  );
}

function idOf(name: string): string {
  const found = [...state().images, ...state().classes].find((entry) => entry.name === name);
  if (!found) throw new Error(`Nothing is named ${name}.`);
  return found.id;
}

test("a folder's name becomes a class, or finds it whatever its capitals", async () => {
  await add('Cats', 'a.png');
  await add('cats', 'b.png');
  expect(contents()).toEqual({ Cats: ['a.png', 'b.png'] });
});

test('loose files go to a new class, then to that of the selected image', async () => {
  await add(null, 'a.png');
  expect(contents()).toEqual({ 'Class 1': ['a.png'] });
  await add('dogs', 'b.png');
  commands.select(idOf('b.png'));
  await add(null, 'c.png');
  expect(contents()).toEqual({ 'Class 1': ['a.png'], dogs: ['b.png', 'c.png'] });
});

test('two files of one name are told apart, and each keeps its file', async () => {
  await add('x', 'a.png');
  await add('y', 'a.png');
  expect(contents()).toEqual({ x: ['a.png'], y: ['a (2).png'] });
  expect(blobs.size).toBe(2);
});

test('an empty folder is an error that names it', async () => {
  await commands.addFiles({ files: [], emptyFolders: ['holidays'] }, null);
  expect(state().messages).toMatchObject([{ severity: 'error', subject: 'holidays' }]);
});

test('a deleted class comes back whole, in its place, beside what came meanwhile', async () => {
  await add('cats', 'a.png', 'b.png');
  await add('dogs', 'c.png');
  commands.deleteClass(idOf('cats'));
  expect(contents()).toEqual({ dogs: ['c.png'] });
  await add('dogs', 'd.png');
  commands.undoDelete();
  expect(contents()).toEqual({ cats: ['a.png', 'b.png'], dogs: ['c.png', 'd.png'] });
  expect(state().classes.map(({ name }) => name)).toEqual(['cats', 'dogs']);
  expect(state().messages).toEqual([]);
});

test('only the last deletion can be undone, and only it offers to', async () => {
  await add('cats', 'a.png', 'b.png');
  commands.deleteImage(idOf('a.png'));
  commands.deleteImage(idOf('b.png'));
  expect(state().messages.map(({ subject }) => subject)).toEqual(['b.png']);
  commands.undoDelete();
  expect(contents()).toEqual({ cats: ['b.png'] });
});

test('what was moved after a deletion stays where it was moved to', async () => {
  await add('cats', 'a.png', 'b.png');
  await add('dogs', 'c.png');
  commands.deleteImage(idOf('a.png'));
  commands.moveImage(idOf('b.png'), idOf('dogs'));
  commands.undoDelete();
  expect(contents()).toEqual({ cats: ['a.png'], dogs: ['b.png', 'c.png'] });
});

test('when the selected image goes, its neighbour is selected', async () => {
  await add('cats', 'a.png', 'b.png', 'c.png');
  commands.select(idOf('b.png'));
  commands.deleteImage(idOf('b.png'));
  expect(state().selectedImageId).toBe(idOf('c.png'));
  commands.deleteImage(idOf('c.png'));
  expect(state().selectedImageId).toBe(idOf('a.png'));
  commands.deleteImage(idOf('a.png'));
  expect(state().selectedImageId).toBeNull();
});

test('the arrow keys follow the filmstrip, class by class, and stop at its ends', async () => {
  await add('cats', 'a.png');
  await add('dogs', 'b.png');
  await add('cats', 'c.png');
  commands.select(idOf('a.png'));
  const walked = [1, 1, 1, -1].map((step) => {
    commands.selectNeighbour(step as 1 | -1);
    return state().images.find(({ id }) => id === state().selectedImageId)?.name;
  });
  expect(walked).toEqual(['c.png', 'b.png', 'b.png', 'c.png']);
});

test('a class can be renamed, but not to nothing nor to a name that is taken', async () => {
  const cats = commands.addClass('cats');
  commands.addClass('dogs');
  expect(commands.renameClass(cats, '  ')).toBe(false);
  expect(commands.renameClass(cats, 'DOGS')).toBe(false);
  expect(state().messages).toHaveLength(2);
  expect(commands.renameClass(cats, 'Cats')).toBe(true);
  expect(contents()).toEqual({ Cats: [], dogs: [] });
});

test('everything can be cleared and brought back', async () => {
  await add('cats', 'a.png');
  commands.clearAll();
  expect(contents()).toEqual({});
  commands.undoDelete();
  expect(contents()).toEqual({ cats: ['a.png'] });
});
