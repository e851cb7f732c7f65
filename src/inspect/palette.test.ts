import { expect, test } from 'vitest';
import { cssColour, inkOn, queryColours } from './palette';

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
