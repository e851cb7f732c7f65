import { expect, it } from 'vitest';
import { studentQuantile } from './student-t';

it('gives the quantiles of the printed tables', () => {
  const table: [confidence: number, freedom: number, quantile: number][] = [
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 4, 2.776],
    [0.95, 14, 2.145],
    [0.95, 29, 2.045],
    [0.99, 4, 4.604],
    [0.999, 4, 8.61],
    [0.95, 1e6, 1.96],
    [0.5, 1, 1],
  ];
  for (const [confidence, freedom, quantile] of table) {
    expect(studentQuantile(confidence, freedom)).toBeCloseTo(quantile, 3);
  }
});

it('of any confidence leaves outside what it says', () => {
  // One degree of freedom is the Cauchy distribution, whose quantile is a tangent.
  for (const confidence of [0.1, 0.9, 0.999, 1 - 0.05 / 56]) {
    const exact = Math.tan((Math.PI * confidence) / 2);
    expect(studentQuantile(confidence, 1) / exact).toBeCloseTo(1, 9);
  }
});
