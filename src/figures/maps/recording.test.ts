import { expect, test } from 'vitest';
import { decodeRecording } from './recording';

const grid = { height: 1, width: 2 };

test('every row of every frame sums to 1', () => {
  const frames = btoa(String.fromCharCode(30, 10, 0, 0, 255, 255, 0, 8));
  const recording = decodeRecording({ imageUrl: 'cat.webp', grid, queries: 2, frames });
  expect(recording.frames.map((frame) => [...frame])).toEqual([
    [0.75, 0.25, 0.5, 0.5],
    [0.5, 0.5, 0, 1],
  ]);
});

test('refuses what is no recording', () => {
  const frames = btoa('abcd');
  for (const file of [
    null,
    { imageUrl: 'cat.webp', grid, queries: 2 },
    { imageUrl: 'cat.webp', grid: { height: 0, width: 2 }, queries: 2, frames },
    { imageUrl: 'cat.webp', grid, queries: 0.5, frames },
  ]) {
    expect(() => decodeRecording(file)).toThrow();
  }
});

test('refuses a file without a whole frame', () => {
  expect(() =>
    decodeRecording({ imageUrl: 'cat.webp', grid, queries: 2, frames: btoa('abc') }),
  ).toThrow('no frame');
});
