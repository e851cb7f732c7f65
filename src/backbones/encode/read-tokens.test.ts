import { expect, test } from 'vitest';
import { readTokens } from './read-tokens';

const shape = { label: 'Tiny', grid: { height: 1, width: 2 }, prefixTokens: 1, width: 2 };
const data = new Float32Array([1, 2, 3, 4, 5, 6]);

test('prefix and patches come with their counts', () => {
  expect(readTokens({ dims: [1, 3, 2], data }, shape)).toEqual({
    data,
    prefixTokens: 1,
    patches: 2,
    width: 2,
  });
});

test('a wrong shape is named beside the promised one', () => {
  expect(() => readTokens({ dims: [1, 2, 3], data }, shape)).toThrow(/\(1, 2, 3\).*\(1, 3, 2\)/);
  expect(() => readTokens(undefined, shape)).toThrow(/promises/);
});

test('a NaN among the tokens is an error, not a token', () => {
  const broken = data.slice();
  broken[4] = Number.NaN;
  expect(() => readTokens({ dims: [1, 3, 2], data: broken }, shape)).toThrow(/not finite/);
});
