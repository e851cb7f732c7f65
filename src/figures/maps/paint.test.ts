import { expect, test } from 'vitest';
import { greyForMaps, paintEvidence, paintJoint, paintQuery } from './paint';
import { EVIDENCE_AGAINST, EVIDENCE_FOR } from './palette';

test('a joint pixel has the colour of its winner and its opacity', () => {
  const field = {
    height: 1,
    width: 2,
    winner: new Uint8Array([1, 0]),
    strength: new Float32Array(2),
  };
  const colours = [
    [10, 20, 30],
    [40, 50, 60],
  ] as const;
  const pixels = paintJoint(field, new Float32Array([1, 0]), colours);
  expect([...pixels]).toEqual([40, 50, 60, 255, 10, 20, 30, 0]);
});

test('a query pixel has its colour', () => {
  expect([...paintQuery(new Float32Array([0.2]), [1, 2, 3])]).toEqual([1, 2, 3, 51]);
});

test('black and white become the two ends of the grey range', () => {
  const pixels = new Uint8ClampedArray([0, 0, 0, 255, 255, 255, 255, 128]);
  greyForMaps(pixels);
  expect([...pixels]).toEqual([26, 26, 26, 255, 166, 166, 166, 128]);
});

test('an evidence pixel has the colour of its sign', () => {
  const pixels = paintEvidence(new Float32Array([2, -1]), new Float32Array([1, 0.2]));
  expect([...pixels]).toEqual([...EVIDENCE_FOR, 255, ...EVIDENCE_AGAINST, 51]);
});
