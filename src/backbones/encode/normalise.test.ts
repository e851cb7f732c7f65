import { expect, test } from 'vitest';
import { normalise } from './normalise';

const MEAN = [0.5, 0.25, 0] as const;
const STD = [0.5, 0.25, 0.1] as const;

test('channels become planes, scaled by mean and deviation', () => {
  const rgba = new Uint8ClampedArray([255, 0, 51, 255, 0, 255, 0, 255]);
  const planes = normalise(rgba, { mean: MEAN, std: STD });
  const expected = [1, -1, -1, 3, 2, 0];
  expect(planes).toHaveLength(6);
  for (const [index, value] of expected.entries()) expect(planes[index]).toBeCloseTo(value, 5);
});

test('alpha changes nothing', () => {
  const options = { mean: MEAN, std: STD };
  expect(normalise(new Uint8ClampedArray([9, 8, 7, 255]), options)).toEqual(
    normalise(new Uint8ClampedArray([9, 8, 7, 0]), options),
  );
});
