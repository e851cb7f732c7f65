import { expect, test } from 'vitest';
import { fromHalves, LARGEST_HALF, toHalves } from './float16';

const round = (value: number) => fromHalves(toHalves(Float32Array.of(value)))[0];

test('every finite half comes back as the same bits', () => {
  const all = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter(
    (bits) => (bits & 0x7c00) !== 0x7c00,
  );
  expect(all.length).toBe(2 ** 16 - 2 ** 11);
  expect(toHalves(fromHalves(all))).toEqual(all);
});

test.each([
  [1, 0x3c00],
  [-2, 0xc000],
  [0.1, 0x2e66],
  [LARGEST_HALF, 0x7bff],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [-0, 0x8000],
])('%d has the bits of the standard', (value, bits) => {
  expect(toHalves(Float32Array.of(value))[0]).toBe(bits);
});

test('ties go to the even neighbour', () => {
  expect(round(1 + 2 ** -11)).toBe(1);
  expect(round(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
  expect(round(1 + 2 ** -11 + 2 ** -20)).toBe(1 + 2 ** -10);
  // Up into the next power of two.
  expect(round(2 - 2 ** -12)).toBe(2);
});

test('subnormals round too, up to the first normal number', () => {
  expect(round(2 ** -25)).toBe(0);
  expect(round(1.5 * 2 ** -25)).toBe(2 ** -24);
  expect(round(1.5 * 2 ** -24)).toBe(2 ** -23);
  expect(round(2 ** -14 - 2 ** -26)).toBe(2 ** -14);
  expect(round(-3 * 2 ** -24)).toBe(-3 * 2 ** -24);
  expect(round(1e-40)).toBe(0);
});

test('what is too large stays finite', () => {
  for (const value of [65519, 65520, 1e6, 3e38, Number.POSITIVE_INFINITY]) {
    expect(round(value)).toBe(LARGEST_HALF);
    expect(round(-value)).toBe(-LARGEST_HALF);
  }
  expect(round(Number.NaN)).toBeNaN();
});

test('no number changes by more than 1/2048 of itself', () => {
  const values = Float32Array.from(
    { length: 100_000 },
    (_, i) => Math.sin(i) * 10 ** ((i % 9) - 4),
  );
  const back = fromHalves(toHalves(values));
  let worst = 0;
  for (const [index, value] of values.entries()) {
    if (Math.abs(value) < 2 ** -14) continue;
    worst = Math.max(worst, Math.abs((back[index] ?? 0) - value) / Math.abs(value));
  }
  expect(worst).toBeLessThanOrEqual(2 ** -11);
  expect(worst).toBeGreaterThan(2 ** -12);
});
