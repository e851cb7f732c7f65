import { expect, test } from 'vitest';
import { barShare, orderQueries } from './consistency';

test('the most consistent query first, equal ones by number', () => {
  const consistency = Float32Array.of(0.1, 0.3, -0.05, 0.3);
  expect(orderQueries(4, consistency, 'consistency')).toEqual([1, 3, 0, 2]);
  expect(orderQueries(4, consistency, 'number')).toEqual([0, 1, 2, 3]);
  expect(orderQueries(4, null, 'consistency')).toEqual([0, 1, 2, 3]);
});

test('a bar has one scale for every head', () => {
  expect([-0.1, 0, 0.25, 1, 1.4].map(barShare)).toEqual([0, 0, 0.25, 1, 1]);
});
