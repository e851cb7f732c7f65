import { expect, test } from 'vitest';
import { evidenceFigure, evidencePeak } from './evidence-figure';
import { EVIDENCE_AGAINST, EVIDENCE_FOR } from './palette';

const evidence = { queries: 2, patches: 2, weights: new Float32Array([2, -1, 2, -1]) };
const drawing = { smooth: false, opacity: 'proportional' } as const;
const grid = { height: 1, width: 2 };
const draw = (query: number | null, peak: number) => [
  ...evidenceFigure(evidence, query, peak, grid, 1, drawing).pixels,
];

test('draws the sum over queries, or the share of one, on a scale that can be shared', () => {
  expect(draw(null, 4)).toEqual([...EVIDENCE_FOR, 255, ...EVIDENCE_AGAINST, 128]);
  expect(draw(0, 4)).toEqual([...EVIDENCE_FOR, 128, ...EVIDENCE_AGAINST, 64]);
});

test('the scale is symmetric and reaches the largest of all', () => {
  expect(evidencePeak(new Float32Array([1, -3]), new Float32Array([2]))).toBe(3);
  expect(evidencePeak()).toBe(0);
  expect(draw(null, evidencePeak())).toEqual([...EVIDENCE_FOR, 0, ...EVIDENCE_AGAINST, 0]);
});

test('refuses a grid of another size', () => {
  const square = { height: 2, width: 2 };
  expect(() => evidenceFigure(evidence, null, 1, square, 1, drawing)).toThrow('has 4');
});
