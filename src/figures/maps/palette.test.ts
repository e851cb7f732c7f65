import { expect, test } from 'vitest';
import {
  cssColour,
  EVIDENCE_AGAINST,
  EVIDENCE_FOR,
  groupColours,
  inkOn,
  queryColours,
  type Rgb,
  sequential,
} from './palette';

test('a query keeps its colour while there are eight or fewer', () => {
  expect(queryColours(3)).toEqual(queryColours(8).slice(0, 3));
  expect(cssColour(queryColours(8)[2] ?? [0, 0, 0])).toBe('rgb(0 158 115)');
});

test.each([9, 16, 64])('%i queries have %i different colours', (count) => {
  const colours = queryColours(count);
  expect(new Set(colours.map(cssColour)).size).toBe(count);
  for (const channel of colours.flat()) {
    expect(Number.isInteger(channel)).toBe(true);
    expect(channel).toBeGreaterThanOrEqual(0);
    expect(channel).toBeLessThanOrEqual(255);
  }
});

test('the ink on a chip is the readable one', () => {
  expect(inkOn([240, 228, 66])).toBe('black');
  expect(inkOn([0, 0, 120])).toBe('white');
});

test('queries of one group share its colour', () => {
  const [first, second] = queryColours(2);
  expect(groupColours(new Uint8Array([0, 1, 1, 0]), 2)).toEqual([first, second, second, first]);
  expect(
    new Set(
      groupColours(
        Uint8Array.from({ length: 12 }, (_, j) => j),
        12,
      ),
    ).size,
  ).toBe(12);
});

/** Linear-light matrices of Machado et al. (2009) for full deficiency. */
const VISIONS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152, 1.053, -0.205, 0.115, 0.786, 0.099, -0.004, -0.048, 1.052],
  deuteranopia: [0.367, 0.861, -0.228, 0.28, 0.673, 0.047, -0.012, 0.043, 0.969],
  tritanopia: [1.256, -0.077, -0.179, -0.078, 0.931, 0.148, 0.005, 0.691, 0.304],
};

const linear = (colour: Rgb) => colour.map((value) => (value / 255) ** 2.2);

test.each(Object.entries(VISIONS))('for and against stay apart with %s', (_, matrix) => {
  const seen = (colour: Rgb) => {
    const [r = 0, g = 0, b = 0] = linear(colour);
    return [0, 3, 6].map(
      (row) => (matrix[row] ?? 0) * r + (matrix[row + 1] ?? 0) * g + (matrix[row + 2] ?? 0) * b,
    );
  };
  const [plus, minus] = [seen(EVIDENCE_FOR), seen(EVIDENCE_AGAINST)];
  const distance = Math.hypot(...plus.map((value, i) => value - (minus[i] ?? 0)));
  expect(distance).toBeGreaterThan(0.5);
});

const luminance = (colour: Rgb) => {
  const [r = 0, g = 0, b = 0] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

test('for and against are seen on a light and on a dark page', () => {
  for (const colour of [EVIDENCE_FOR, EVIDENCE_AGAINST]) {
    expect(contrast(luminance(colour), 1)).toBeGreaterThan(3);
    expect(contrast(luminance(colour), 0.01)).toBeGreaterThan(3);
  }
});

test.each([false, true])('the ramp gets steadily further from its ground (dark: %s)', (dark) => {
  const steps = Array.from({ length: 11 }, (_, i) => luminance(sequential(i / 10, dark)));
  const sorted = steps.toSorted((a, b) => (dark ? a - b : b - a));
  expect(steps).toEqual(sorted);
  expect(contrast(steps[0] ?? 0, steps[10] ?? 0)).toBeGreaterThan(5);
  expect(sequential(-1, dark)).toEqual(sequential(0, dark));
});
