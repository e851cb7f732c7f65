import { describe, expect, it } from 'vitest';
import {
  add,
  concat,
  constant,
  expand,
  input,
  matMul,
  reduceSum,
  reshape,
  slice,
  transpose,
} from './operators';
import { serialise } from './serialise';

const value = (...shape: number[]) => input('x', shape);

describe('shapes are inferred while the graph is built', () => {
  it('broadcasts elementwise operators', () => {
    expect(add(value(2, 1, 4), value(3, 1)).shape).toEqual([2, 3, 4]);
  });
  it('multiplies batches of matrices', () => {
    expect(matMul(value(5, 3, 4), value(4, 2)).shape).toEqual([5, 3, 2]);
  });
  it('drops or keeps reduced axes', () => {
    expect(reduceSum(value(2, 3, 4), [0, 2]).shape).toEqual([3]);
    expect(reduceSum(value(2, 3, 4), [0, 2], true).shape).toEqual([1, 3, 1]);
  });
  it('cuts and joins along an axis', () => {
    expect(slice(value(2, 5), 1, 1, 4).shape).toEqual([2, 3]);
    expect(concat([value(2, 3), value(2, 1)], 1).shape).toEqual([2, 4]);
  });
});

describe('mistakes are named at once', () => {
  it.each([
    [() => add(value(2, 3), value(4)), "Add can't broadcast (2, 3) with (4)."],
    [() => matMul(value(2, 3), value(4, 2)), "MatMul can't multiply (2, 3) by (4, 2)."],
    [() => matMul(value(3), value(3, 2)), 'MatMul needs matrices, not (3) and (3, 2).'],
    [() => reshape(value(2, 3), [4]), "(2, 3) can't be reshaped to (4)."],
    [() => transpose(value(2, 3), [0, 0]), '[0, 0] does not reorder (2, 3).'],
    [() => slice(value(2, 3), 1, 2, 4), '(2, 3) has no 2 to 4 along axis 1.'],
    [() => concat([value(2, 3), value(3, 3)], 1), "Concat can't join (2, 3) and (3, 3) at axis 1."],
    [() => reduceSum(value(2), [1]), '(2) has no axis 1.'],
    [() => expand(value(2, 3), [2, 1]), "(2, 3) can't be expanded to (2, 1)."],
    [() => constant([1, 2], [3]), "2 numbers don't fill (3)."],
    [
      () => serialise({ y: add(input('x', [2]), input('x', [1])) }),
      'Two inputs are named "x": (2) and (1).',
    ],
  ])('%#', (mistake, message) => {
    expect(mistake).toThrow(message);
  });
});
