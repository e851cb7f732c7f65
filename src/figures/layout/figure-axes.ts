import type { Estimate } from '../../study/study-statistics';

/** The logarithmic axis of parameters. */
export interface ParameterAxis {
  domain: [low: number, high: number];
  ticks: number[];
  /** Where an entry without parameters stands, left of the break; null where there is none. */
  zero: number | null;
}

/** Decades between the entries without parameters and the least number of the others. */
const BREAK = 0.45;
const MARGIN = 0.15;
/** Decades right of the most parameters, where labels need room. */
const LABELS = 0.5;
/** An axis that holds most studies from the start does not jump as they come in. */
const USUAL: readonly [low: number, high: number] = [1000, 2e6];

/** An axis for these numbers of parameters; none of them negative. */
export function parameterAxis(counts: readonly number[]): ParameterAxis {
  const positive = counts.filter((value) => value > 0);
  const low = Math.min(...positive, USUAL[0]) * 10 ** -MARGIN;
  const high = Math.max(...positive, USUAL[1]) * 10 ** LABELS;
  const zero = positive.length < counts.length ? low * 10 ** -BREAK : null;
  const ticks: number[] = [];
  for (let tick = 10 ** Math.ceil(Math.log10(low)); tick <= high; tick *= 10) ticks.push(tick);
  return { domain: [zero === null ? low : zero * 10 ** -MARGIN, high], ticks, zero };
}

/** An axis of accuracy that holds every interval: shares, 0…1, with round ticks. */
export function accuracyAxis(estimates: readonly Estimate[]): {
  domain: [low: number, high: number];
  ticks: number[];
} {
  const ends = estimates.flatMap(({ mean, standardError }) => [
    mean - (standardError ?? 0),
    mean + (standardError ?? 0),
  ]);
  const least = Math.max(0, Math.min(0.9, ...ends));
  const most = Math.min(1, Math.max(least + 0.1, ...ends));
  const step = most - least > 0.45 ? 0.2 : most - least > 0.22 ? 0.1 : 0.05;
  // Rounded first: 0.7 / 0.1 is a little under 7.
  const from = Math.floor(Math.round((least / step) * 1e6) / 1e6);
  const to = Math.ceil(Math.round((most / step) * 1e6) / 1e6);
  const ticks = Array.from(
    { length: to - from + 1 },
    (_, i) => Math.round((from + i) * step * 100) / 100,
  );
  return { domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], ticks };
}
