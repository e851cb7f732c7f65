import { beforeEach, expect, test } from 'vitest';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { en } from '../../messages/en/index';
import { noticeText, subjectText } from '../../messages/en/notices';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';
import { testImages } from '../../testing/test-images';
import { createNotices } from '../notices';

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

test('folders that become one class though they are written differently are named', async () => {
  const given = async (...folders: string[]) => {
    const files = folders.map((folder) => ({ file: new File([], `${folder}.png`), folder }));
    await commands.addFiles({ files, emptyFolders: [] }, null);
    const { messages } = state();
    createNotices(store).dismissAll();
    return messages.map(({ subject, what }) => `${subjectText(subject)} ${noticeText(what)}`);
  };
  expect(await given('Cat', 'cat', 'cat ', 'dog')).toEqual([
    expect.stringMatching(/^Cat “Cat” and “cat” became one class: their names differ too little/),
  ]);
  // As macOS writes them, and all others.
  expect(await given('Café', 'Cafe\u0301')).toEqual([
    expect.stringMatching(/^Café 2 folders of this name, each written in another way, became one/),
  ]);
  expect(await given('CAT', 'Cafe\u0301')).toEqual([
    expect.stringMatching(/^Cat “Cat” and “CAT” became one class/),
  ]);
  expect(await given('Cat', 'dog')).toEqual([]);
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

/** Presses the button of the message that offers to undo. */
function undoByMessage(): void {
  const { action = null } = state().messages.find((one) => one.action?.kind === 'undo') ?? {};
  if (action?.kind !== 'undo') throw new Error('Nothing offers to undo.');
  commands.undoEdit(action.editId);
}

test('a deleted class comes back whole, in its place, beside what came meanwhile', async () => {
  await add('cats', 'a.png', 'b.png');
  await add('dogs', 'c.png');
  commands.deleteClass(idOf('cats'));
  expect(contents()).toEqual({ dogs: ['c.png'] });
  await add('dogs', 'd.png');
  undoByMessage();
  expect(contents()).toEqual({ cats: ['a.png', 'b.png'], dogs: ['c.png', 'd.png'] });
  expect(state().classes.map(({ name }) => name)).toEqual(['cats', 'dogs']);
  expect(state().messages).toEqual([]);
  // It is an edit like any other.
  commands.undo();
  expect(contents()).toEqual({ dogs: ['c.png', 'd.png'] });
});

test('every deletion can be undone, one after the other; only the last offers to', async () => {
  await add('cats', 'a.png', 'b.png');
  commands.deleteImage(idOf('a.png'));
  commands.deleteImage(idOf('b.png'));
  expect(state().messages.map(({ subject }) => subject)).toEqual(['b.png']);
  undoByMessage();
  expect(contents()).toEqual({ cats: ['b.png'] });
  expect(state().messages).toEqual([]);
  commands.undo();
  expect(contents()).toEqual({ cats: ['a.png', 'b.png'] });
  commands.redo();
  expect(contents()).toEqual({ cats: ['b.png'] });
});

test('what was moved after a deletion stays where it was moved to', async () => {
  await add('cats', 'a.png', 'b.png');
  await add('dogs', 'c.png');
  commands.deleteImage(idOf('a.png'));
  commands.moveImage(idOf('b.png'), idOf('dogs'));
  undoByMessage();
  expect(contents()).toEqual({ cats: ['a.png'], dogs: ['b.png', 'c.png'] });
});

test('a class of the same name, made meanwhile, takes what comes back', async () => {
  await add('cats', 'a.png');
  commands.deleteClass(idOf('cats'));
  await add('Cats', 'b.png');
  undoByMessage();
  expect(contents()).toEqual({ Cats: ['a.png', 'b.png'] });
  expect(state().classes).toHaveLength(1);
});

test('a picture that was added again meanwhile does not come back a second time', async () => {
  await add('cats', 'a.png', 'b.png');
  const hash = (name: string, is: string) => {
    const blob = blobs.get(idOf(name));
    if (blob) blob.contentHash = is;
  };
  hash('a.png', 'same');
  commands.deleteImage(idOf('a.png'));
  await add('dogs', 'a.png');
  hash('a.png', 'same');
  undoByMessage();
  expect(contents()).toEqual({ cats: ['b.png'], dogs: ['a.png'] });
});

test('what was turned away meanwhile does not come back', async () => {
  await add('cats', 'a.png', 'b.png');
  const refused = idOf('b.png');
  commands.addClass('dogs');
  store.setState(({ images }) => ({ images: images.filter(({ id }) => id !== refused) }));
  commands.undo();
  expect(contents()).toEqual({ cats: ['a.png'] });
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
  commands.undo();
  expect(contents()).toEqual({ cats: ['a.png'] });
});

test('dismissing the offer takes nothing away: a deletion can be undone later, too', async () => {
  await add('cats', 'a.png');
  commands.clearAll();
  createNotices(store).dismissAll();
  commands.undo();
  expect(contents()).toEqual({ cats: ['a.png'] });
});

test('samples come as classes of their own', async () => {
  const [set] = SAMPLE_SETS;
  await commands.addSamples(set?.id ?? '', en.samples);
  expect(state().classes.map(({ name }) => name)).toEqual(
    set?.classes.map(({ id }) => en.samples.class[id]),
  );
  expect(blobs.size).toBe(set?.classes.flatMap(({ images }) => images).length);
});

test('samples that do not come leave nothing, and that is said', async () => {
  commands = testImageCommands(store, {
    blobs,
    loadSample: () => Promise.reject(new Error('the server did not answer.')),
  });
  await commands.addSamples(SAMPLE_SETS[0]?.id ?? '', en.samples);
  expect(contents()).toEqual({});
  expect(state().messages).toMatchObject([
    { severity: 'error', what: { code: 'failed', failure: { code: 'samples-not-loaded' } } },
  ]);
});

test('images that come while the extraction is cancelled set it going again', async () => {
  store.setState({ extraction: { kind: 'cancelled', done: 1, total: 2 } });
  await add('cats', 'a.png');
  expect(state().extraction.kind).toBe('running');
});

test('whatever could give work to the pipeline wakes it', async () => {
  let wakes = 0;
  commands = testImageCommands(store, { blobs, wake: () => wakes++ });
  const woken = async (act: () => unknown) => {
    const before = wakes;
    await act();
    return wakes > before;
  };
  expect(await woken(() => add('cats', 'a.png', 'b.png'))).toBe(true);
  expect(await woken(() => commands.moveImage(idOf('a.png'), commands.addClass('dogs')))).toBe(
    true,
  );
  expect(await woken(() => commands.deleteImage(idOf('a.png')))).toBe(true);
  expect(await woken(() => commands.undo())).toBe(true);
  store.setState({ extraction: { kind: 'running', done: 0, total: 2 } });
  commands.cancelExtraction();
  expect(state().extraction.kind).toBe('cancelled');
  expect(await woken(() => commands.resumeExtraction())).toBe(true);
  expect(state().extraction.kind).toBe('running');
});

test('an image that was worked on when it was deleted waits when it is back', async () => {
  await add('cats', 'a.png');
  store.setState({ images: testImages('cats', ['1'], 'extracting') });
  commands.clearAll();
  commands.undo();
  expect(state().images[0]?.status).toEqual({ kind: 'waiting' });
});
