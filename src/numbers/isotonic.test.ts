import { expect, it } from 'vitest';
import { isotonicRegression, spread } from './isotonic';

const rounded = (values: number[]) => values.map((value) => Math.round(value * 100) / 100);

it('pools neighbours that are in the wrong order, as far as it has to', () => {
  expect(isotonicRegression([1, 3, 2, 5])).toEqual([1, 2.5, 2.5, 5]);
  expect(isotonicRegression([4, 3, 2])).toEqual([3, 3, 3]);
  expect(isotonicRegression([])).toEqual([]);
});

it('leaves alone what is far enough apart', () => {
  expect(spread([30, 10, 50], 10, 0, 100)).toEqual([30, 10, 50]);
});

it('moves what is too close evenly to both sides, in its order', () => {
  expect(rounded(spread([51, 50, 49], 10, 0, 100))).toEqual([60, 50, 40]);
  expect(rounded(spread([50, 50], 8, 0, 100))).toEqual([46, 54]);
});

it('lets one group push the next', () => {
  expect(rounded(spread([50, 50, 58], 10, 0, 100))).toEqual([42.67, 52.67, 62.67]);
});

it('stays within its bounds, and closer where there is no room', () => {
  expect(rounded(spread([1, 2], 10, 0, 100))).toEqual([0, 10]);
  expect(rounded(spread([99, 100], 10, 0, 100))).toEqual([90, 100]);
  expect(rounded(spread([5, 5, 5], 100, 0, 10))).toEqual([0, 5, 10]);
});
