import { expect, it } from 'vitest';
import { multiplyAdds } from './multiply-adds';
import { exp, input, matMul, mul, transpose } from './operators';

const tokens = input('tokens', [2, 5, 3]);
const weight = input('weight', [3, 4]);

it('counts rows × columns × inner size of every product, batches included', () => {
  expect(multiplyAdds([matMul(tokens, weight)], [tokens])).toBe(2 * 5 * 4 * 3);
});

it('counts a product once, however often it is used, and nothing elementwise', () => {
  const product = matMul(tokens, weight);
  expect(multiplyAdds([mul(exp(product), product), product], [tokens])).toBe(120);
});

it('leaves out products of parameters alone', () => {
  const both = matMul(weight, transpose(weight));
  expect(multiplyAdds([both], [tokens])).toBe(0);
  expect(multiplyAdds([matMul(tokens, both)], [tokens])).toBe(2 * 5 * 3 * 3);
});
