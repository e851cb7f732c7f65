import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AppStore, createAppStore } from '../../state/store';
import { said } from '../../testing/test-notices';
import type { AccountedFile } from '../../vocabulary/drops';
import { createNotices } from '../notices';
import { Drops } from './drops';

let store: AppStore;
let drops: Drops;
beforeEach(() => {
  vi.useFakeTimers();
  store = createAppStore();
  drops = new Drops(store, createNotices(store));
});
afterEach(() => {
  vi.useRealTimers();
});

const begin = (names: readonly string[], others: readonly AccountedFile[] = []) => {
  const image = (name: string) =>
    ({ id: name, name, classId: 'a', status: { kind: 'preparing' }, cropUrl: null }) as const;
  store.setState(({ images }) => ({ images: [...images, ...names.map(image)] }));
  drops.begin(
    names.map((name) => ({ imageId: name, path: `cats/${name}` })),
    others,
  );
};
const added = (name: string) => drops.settle(name, { kind: 'added', className: 'cats', name });
const refused = (name: string) =>
  drops.settle(
    name,
    { kind: 'refused', reason: { code: 'image-empty' } },
    {
      severity: 'error',
      subject: name,
      what: { code: 'failed', failure: { code: 'image-empty' } },
    },
  );
const twin = (name: string, className = 'cats') =>
  drops.settle(
    name,
    { kind: 'twin', className, name: '1' },
    { severity: 'note', subject: name, what: { code: 'image-twin', className, name: '1' } },
  );
const passedOver = (path: string): AccountedFile => ({
  path,
  outcome: { kind: 'passed-over', why: 'system' },
});
const unreadable = (path: string): AccountedFile => ({
  path,
  outcome: { kind: 'unreadable', reason: { code: 'entry-not-opened' } },
});
const outcomes = () =>
  store.getState().drops[0]?.files.map(({ path, outcome }) => [path, outcome.kind]);
const REFUSED = /^1 The file is empty/;

test('a drop of which everything is added needs no word, and can be listed', () => {
  begin(['1', '2']);
  expect(outcomes()).toEqual([
    ['cats/1', 'coming'],
    ['cats/2', 'coming'],
  ]);
  added('2');
  added('1');
  expect(said(store)).toEqual([]);
  expect(outcomes()).toEqual([
    ['cats/1', 'added'],
    ['cats/2', 'added'],
  ]);
});

test('one problem is said by itself, at once', () => {
  begin(['1', '2']);
  refused('1');
  expect(said(store)).toEqual([expect.stringMatching(REFUSED)]);
  added('2');
  expect(said(store)).toEqual([expect.stringMatching(REFUSED)]);
});

test('of more the first is said, and in the end a summary with the list', () => {
  begin(['1', '2', '3'], [unreadable('cats/birds'), passedOver('cats/Thumbs.db')]);
  refused('1');
  twin('2');
  expect(said(store)).toEqual([expect.stringMatching(/^cats\/birds The system did not open it/)]);
  added('3');
  expect(said(store)).toEqual([
    'Files 1 of 5 added · 1 refused · 1 not readable · 1 already here · 1 passed over.',
  ]);
  expect(store.getState().messages[0]).toMatchObject({
    severity: 'error',
    action: { kind: 'list' },
  });
});

test('twins alone are no errors', () => {
  begin(['1', '2']);
  twin('1');
  twin('2');
  expect(said(store)).toEqual(['Files 0 of 2 added · 2 already here.']);
  expect(store.getState().messages[0]?.severity).toBe('note');
});

test('what was passed over is said in a note, by its name if it is all there was', () => {
  begin(['1'], [passedOver('cats/.DS_Store')]);
  added('1');
  begin([], [passedOver('.DS_Store')]);
  expect(said(store)).toEqual([
    'Files 1 of 2 added · 1 passed over.',
    expect.stringMatching(/^\.DS_Store Passed over: the system/),
  ]);
  expect(store.getState().messages.map(({ severity }) => severity)).toEqual(['note', 'note']);
});

test('what the person deletes before it is looked at ends the waiting; brought back, it counts', () => {
  begin(['1', '2']);
  added('2');
  const { images } = store.getState();
  store.setState({ images: [] });
  expect(outcomes()?.[0]).toEqual(['cats/1', 'removed']);
  store.setState({ images });
  added('1');
  vi.runAllTimers();
  expect(outcomes()?.[0]).toEqual(['cats/1', 'added']);
  expect(said(store)).toEqual([]);
});

test('an image that turns out to be the twin of a slower one is told of after the end, too', () => {
  begin(['1']);
  begin(['2']);
  added('2');
  twin('2');
  expect(said(store)).toEqual([expect.stringMatching(/^2 Not added: it is already/)]);
});

test('what is no part of a drop is said as ever', () => {
  refused('1');
  refused('1');
  expect(said(store)).toHaveLength(2);
});

test('the last five drops are kept', () => {
  for (const name of ['1', '2', '3', '4', '5', '6', '7']) {
    begin([name]);
    added(name);
  }
  expect(store.getState().drops.map(({ id }) => id)).toEqual([7, 6, 5, 4, 3]);
});

test('thousands of files change the store a few times, not each', () => {
  const names = Array.from({ length: 2000 }, (_, at) => `${at}`);
  begin(names);
  let changes = 0;
  store.subscribe(
    (state) => state.drops,
    () => {
      changes += 1;
    },
  );
  for (const name of names) {
    if (Number(name) % 10) added(name);
    else refused(name);
    // Two workers give some fifty a second.
    vi.advanceTimersByTime(20);
  }
  expect(changes).toBeLessThanOrEqual((2000 * 20) / 250 + 1);
  expect(said(store)).toEqual(['Files 1,800 of 2,000 added · 200 refused.']);
});
