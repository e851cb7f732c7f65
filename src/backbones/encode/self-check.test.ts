import { expect, test } from 'vitest';
import { selfCheck } from './self-check';

const width = 8;
const tokens32 = {
  width,
  data: Float32Array.from({ length: 80 }, (_, i) => Math.sin(7 * i) + 0.1),
};
const changed = (change: (value: number, index: number) => number) => ({
  width,
  data: tokens32.data.map(change),
});

test('rounding is no difference', () => {
  const rounded = changed((value) => Math.round(value * 1000) / 1000);
  const check = selfCheck(rounded, tokens32);
  expect(check.ok && check.cosine).toBeGreaterThan(0.999);
});

test('one number that is not finite is enough', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const broken = changed((known, index) => (index === 79 ? value : known));
    expect(selfCheck(broken, null)).toMatchObject({
      ok: false,
      failure: { code: 'half-not-finite' },
    });
  }
});

test('other tokens are told, with how far off they are', () => {
  const other = changed((value, index) => value + Math.cos(13 * index));
  const check = selfCheck(other, tokens32);
  expect(check).toMatchObject({ ok: false, failure: { code: 'half-differs' } });
  const cosine = !check.ok && check.failure.code === 'half-differs' ? check.failure.cosine : null;
  expect(cosine).toBeGreaterThan(0.3);
  expect(cosine).toBeLessThan(0.99);
});

test('one very long token does not speak for the others', () => {
  const giant = (value: number, index: number) => (index < width ? 1000 * value : value);
  const wrong = changed((value, index) => (index < width ? 1000 * value : -value));
  expect(selfCheck(wrong, changed(giant))).toMatchObject({
    ok: false,
    failure: { code: 'half-differs' },
  });
});

test('without anything to compare with, zeros are still found out', () => {
  expect(selfCheck(tokens32, null)).toEqual({ ok: true, cosine: null });
  expect(
    selfCheck(
      changed(() => 0),
      null,
    ),
  ).toMatchObject({ ok: false, failure: { code: 'half-all-zero' } });
});

test('tokens of another shape are a mistake of the caller', () => {
  expect(() => selfCheck({ width: 4, data: tokens32.data }, tokens32)).toThrow(/two shapes/);
});
