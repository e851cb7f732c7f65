import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { PacedImages } from './paced-images';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (id: string, more: Partial<ImageItem> = {}): ImageItem => ({
  id,
  name: `${id}.png`,
  classId: 'cats',
  cropUrl: null,
  status: { kind: 'waiting' },
  ...more,
});

function follow(...images: ImageItem[]) {
  const store = createStore<{ images: ImageItem[] }>(() => ({ images }));
  const paced = new PacedImages(store as unknown as AppStore);
  let shown = 0;
  paced.subscribe(() => {
    shown++;
  });
  const set = (...next: ImageItem[]) => store.setState({ images: next });
  return { paced, set, shown: () => shown };
}

test('how far images are is shown ten times a second at most, and the last always arrives', () => {
  const { paced, set, shown } = follow(item('a'), item('b'));
  vi.advanceTimersByTime(1000);
  for (let step = 0; step < 100; step++) {
    set(item('a', { status: { kind: step % 2 ? 'extracting' : 'waiting' } }), item('b'));
    vi.advanceTimersByTime(10);
  }
  set(item('a', { status: { kind: 'ready' } }), item('b'));
  vi.advanceTimersByTime(100);
  expect(shown()).toBeGreaterThan(8);
  expect(shown()).toBeLessThan(13);
  expect(paced.read()[0]?.status.kind).toBe('ready');
});

test.each<[string, ImageItem[]]>([
  ['a new image', [item('a'), item('b'), item('c')]],
  ['one less', [item('b')]],
  ['another order', [item('b'), item('a')]],
  ['another class', [item('a', { classId: 'dogs' }), item('b')]],
  ['another name', [item('a', { name: 'tom.png' }), item('b')]],
])('%s is shown at once', (_, images) => {
  const { paced, set } = follow(item('a'), item('b'));
  set(item('a', { status: { kind: 'extracting' } }), item('b'));
  vi.advanceTimersByTime(1);
  set(item('a', { status: { kind: 'ready' } }), item('b'));
  set(...images);
  expect(paced.read()).toEqual(images);
});
