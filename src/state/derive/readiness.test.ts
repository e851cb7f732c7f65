import { expect, test } from 'vitest';
import { testImages } from '../../testing/test-images';
import type { AppState, ImageItem } from '../slices/types';
import { readiness } from './readiness';

type Input = Parameters<typeof readiness>[0];

function state(images: ImageItem[], more: Partial<Input> = {}): Input {
  return {
    classes: [
      { id: 'a', name: 'animals' },
      { id: 'b', name: 'birds' },
      { id: 'c', name: 'cars' },
    ],
    images,
    pixels: 'exact',
    extraction: { kind: 'idle' },
    deviceStatus: { kind: 'ready', device: { kind: 'wasm', threads: 2 } },
    training: { kind: 'idle' },
    study: { kind: 'idle' },
    lowShot: { kind: 'idle' },
    ...more,
  };
}

const two = [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])];
const FAILURE = { code: 'unexpected', detail: 'x' } as const;
const cancelled: AppState['extraction'] = { kind: 'cancelled', done: 2, total: 4 };

test('nothing, one class, and one image short each have their own reason', () => {
  const reason = (images: ImageItem[]) => {
    const answer = readiness(state(images));
    return answer.ready ? 'ready' : answer.reason;
  };
  expect(reason([])).toEqual({ code: 'no-classes' });
  expect(reason(testImages('a', ['1', '2']))).toEqual({ code: 'one-class' });
  expect(reason([...testImages('a', ['1', '2']), ...testImages('b', ['3'])])).toEqual({
    code: 'class-too-small',
    className: 'birds',
  });
  expect(reason(two)).toBe('ready');
});

test('a third class with one image is left out, and that is said', () => {
  expect(readiness(state([...two, ...testImages('c', ['5'])]))).toEqual({
    ready: true,
    note: { code: 'classes-left-out', classNames: ['cars'] },
  });
});

test('that it would learn from altered pixels comes before all else', () => {
  const short = [...two, ...testImages('c', ['5'])];
  expect(readiness(state(short, { pixels: 'altered' }))).toEqual({
    ready: true,
    note: { code: 'pixels-altered' },
  });
});

test('images on their way count, for training waits for them', () => {
  const coming = [...testImages('a', ['1', '2'], 'waiting'), ...testImages('b', ['3', '4'])];
  expect(readiness(state(coming))).toMatchObject({
    ready: true,
    note: { code: 'waits-for-tokens' },
  });
});

test('with the extraction paused only finished images count', () => {
  const half = [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'], 'waiting')];
  expect(readiness(state(half, { extraction: cancelled }))).toMatchObject({
    ready: false,
    reason: { code: 'few-tokens' },
  });
  const enough = [...two, ...testImages('c', ['5', '6'], 'waiting')];
  expect(readiness(state(enough, { extraction: cancelled }))).toEqual({
    ready: true,
    note: { code: 'only-with-tokens' },
  });
});

test('failed images do not count', () => {
  const failed = two.map(
    (image): ImageItem =>
      image.id === '4'
        ? { ...image, status: { kind: 'failed', reason: { code: 'image-stops-backbone' } } }
        : image,
  );
  expect(readiness(state(failed)).ready).toBe(false);
});

test('not while a run goes on, nor without a backbone', () => {
  const training: AppState['training'] = {
    kind: 'running',
    epochs: 1,
    curve: [],
    stopping: false,
  };
  expect(readiness(state(two, { training })).ready).toBe(false);
  expect(readiness(state(two, { deviceStatus: { kind: 'failed', reason: FAILURE } })).ready).toBe(
    false,
  );
});
