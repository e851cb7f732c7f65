import { expect, it } from 'vitest';
import { accuracyAxis, parameterAxis } from './figure-axes';

const estimate = (mean: number, standardError: number | null) => ({
  mean,
  standardError,
  folds: 5,
  correct: 0,
  total: 0,
});

it('holds every number of parameters, with a place for none left of a break', () => {
  const { domain, ticks, zero } = parameterAxis([0, 1540, 150_000, 1_777_000]);
  expect(ticks).toEqual([1e3, 1e4, 1e5, 1e6]);
  expect(zero).toBeGreaterThan(domain[0]);
  expect(zero).toBeLessThan(1000 / 2);
  expect(domain[1]).toBeGreaterThan(1_777_000);
  expect(parameterAxis([1540]).zero).toBeNull();
});

it('stays where it is while usual numbers come in, and grows for others', () => {
  expect(parameterAxis([150_000])).toEqual(parameterAxis([1540, 1_777_000]));
  expect(parameterAxis([70]).domain[0]).toBeLessThan(70);
  expect(parameterAxis([70]).ticks[0]).toBe(100);
  expect(parameterAxis([3e7]).domain[1]).toBeGreaterThan(3e7);
});

it('holds every interval of accuracy between round ticks', () => {
  expect(accuracyAxis([estimate(0.92, 0.01), estimate(0.81, 0.03)])).toEqual({
    domain: [0.75, 0.95],
    ticks: [0.75, 0.8, 0.85, 0.9, 0.95],
  });
  expect(accuracyAxis([estimate(0.99, 0.03), estimate(0.3, 0.02)])).toEqual({
    domain: [0.2, 1],
    ticks: [0.2, 0.4, 0.6, 0.8, 1],
  });
  expect(accuracyAxis([estimate(1, 0)]).ticks).toEqual([0.9, 0.95, 1]);
  expect(accuracyAxis([]).ticks.length).toBeGreaterThan(1);
});
