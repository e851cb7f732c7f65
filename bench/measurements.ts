/** One line of the report. */
export interface Measurement {
  name: string;
  value: number;
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
export function spread(numbers: readonly number[]): string {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return `median of ${numbers.length}, ${low.toFixed(1)}–${high.toFixed(1)}`;
}

/** The report as an aligned table. */
export function table(measurements: readonly Measurement[]): string {
  const nameWidth = Math.max(...measurements.map(({ name }) => name.length));
  return measurements
    .map(({ name, value, unit, note }) =>
      [name.padEnd(nameWidth), value.toFixed(1).padStart(9), unit, ` ${note}`].join(' '),
    )
    .join('\n');
}
