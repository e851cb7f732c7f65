import { expect, test } from 'vitest';
import { paceOf, recent, type Sample } from './pace';

/** One sample every 100 ms. */
function steady(bytesPerStep: number, steps: number, before: readonly Sample[] = []): Sample[] {
  let samples = [...before];
  const { at, loaded } = before.at(-1) ?? { at: 0, loaded: 0 };
  for (let step = 1; step <= steps; step++) {
    samples = recent(samples, { at: at + 100 * step, loaded: loaded + bytesPerStep * step });
  }
  return samples;
}

test('speed and time left follow from the samples', () => {
  const samples = steady(100_000, 20);
  expect(paceOf(samples, 10_000_000)).toEqual({
    loaded: 2_000_000,
    total: 10_000_000,
    bytesPerSecond: 1_000_000,
    secondsLeft: 8,
  });
});

test('nothing is claimed from a moment’s worth of bytes', () => {
  expect(paceOf(steady(1000, 2), 10_000)).toMatchObject({
    bytesPerSecond: null,
    secondsLeft: null,
  });
  expect(paceOf([], null)).toMatchObject({ loaded: 0, total: null });
});

test('a change of speed is told after the window, not averaged since the start', () => {
  const changed = steady(10_000, 60, steady(100_000, 600));
  expect(paceOf(changed, null).bytesPerSecond).toBeCloseTo(100_000);
  expect(changed.length).toBeLessThan(60);
});

test('a standstill has no time left to promise', () => {
  const still = steady(0, 70, steady(1000, 5));
  expect(paceOf(still, 10_000)).toMatchObject({ bytesPerSecond: 0, secondsLeft: null });
});

test('a total that is passed is a total no more', () => {
  expect(paceOf(steady(1000, 20), 15_000)).toMatchObject({ total: null, secondsLeft: null });
});
