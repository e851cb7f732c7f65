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
  const expected = [1, 3, 2];
  const failure = { code: 'backbone-output-shape', label: 'Tiny', found: [1, 2, 3], expected };
  expect(() => readTokens({ dims: [1, 2, 3], data }, shape)).toThrow(
    expect.objectContaining({ failure }),
  );
  expect(() => readTokens(undefined, shape)).toThrow('backbone-output-shape');
});

test('a NaN among the tokens is an error, not a token', () => {
  const broken = data.slice();
  broken[4] = Number.NaN;
  expect(() => readTokens({ dims: [1, 3, 2], data: broken }, shape)).toThrow(
    'backbone-output-not-finite',
  );
});
