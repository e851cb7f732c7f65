/** One line of the report. */
export interface Measurement {
  name: string;
  /** Null where it could not be measured; the note says why. */
  value: number | null;
  unit: 'ms';
  /** What the number rests on, and ratios within the same run. */
  note: string;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** "median of 15, 24.1–31.0" */
function spread(numbers: readonly number[]): string {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return `median of ${numbers.length}, ${low.toFixed(1)}–${high.toFixed(1)}`;
}

/** The median of some times, with what they rest on. */
export function measurement(name: string, times: readonly number[], note = ''): Measurement {
  const parts = [spread(times), note].filter((part) => part !== '');
  return { name, value: median(times), unit: 'ms', note: parts.join('; ') };
}

export function skipped(name: string, reason: string): Measurement {
  return { name, value: null, unit: 'ms', note: `skipped: ${reason}` };
}

/** The report as an aligned table. */
export function table(measurements: readonly Measurement[]): string {
  const nameWidth = Math.max(...measurements.map(({ name }) => name.length));
  return measurements
    .map(({ name, value, unit, note }) =>
      [name.padEnd(nameWidth), (value?.toFixed(1) ?? '–').padStart(9), unit, ` ${note}`].join(' '),
    )
    .join('\n');
}
