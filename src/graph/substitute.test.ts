import { expect, it } from 'vitest';
import { add, exp, input, mul, sub } from './operators';
import { dependsOn } from './order';
import { substitution } from './substitute';

const x = input('x', [2]);
const y = input('y', [2]);
const z = input('z', [2]);
const inner = exp(x);

it('replaces a value wherever it is used, and leaves the rest alone', () => {
  const untouched = mul(y, 2);
  const replace = substitution((value) => (value === inner ? z : undefined));
  expect(replace(add(mul(inner, untouched), inner))).toEqual(add(mul(z, untouched), z));
  expect(replace(untouched)).toBe(untouched);
});

it('takes what stands in as it is, even where it contains what it replaces', () => {
  const replace = substitution((value) => (value === inner ? sub(inner, 1) : undefined));
  expect(replace(mul(inner, y))).toEqual(mul(sub(inner, 1), y));
});

it('tells whether a value depends on another', () => {
  expect(dependsOn([add(y, inner)], x)).toBe(true);
  expect(dependsOn([add(y, inner)], z)).toBe(false);
});
