import type { Estimate } from '../../study/study-statistics';
import type { PixelSize } from '../../vocabulary/images';

/** "87 %" for 0.871. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "8.1 %" for 0.0812: for weights, where whole percents are too coarse. */
export function finePercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** "+1.24", "−0.08" and, for what rounds to nothing, "0.00". */
export function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** "0.53", "−0.08". */
export function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}

/** "1,364,968". */
export function wholeNumber(value: number): string {
  return value.toLocaleString('en-GB');
}

/** "1 image", "12 images". */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${wholeNumber(value)} ${value === 1 ? singular : plural}`;
}

/** "Held-out accuracy 87 %" and "13 of 15 images": a number and what it rests on. */
export function accuracySentence(
  label: string,
  { correct, total }: { correct: number; total: number },
): [number: string, basis: string] {
  return [`${label} ${percent(correct / total)}`, `${correct} of ${count(total, 'image')}`];
}

/** "91.7 %", "± 2.6" (points; empty after a single fold) and "44 of 48": an accuracy in parts. */
export function accuracyParts({ mean, standardError, correct, total }: Estimate) {
  return {
    mean: finePercent(mean),
    error: standardError === null ? '' : `± ${(100 * standardError).toFixed(1)}`,
    basis: `${correct} of ${total}`,
  };
}

/** Bytes in one MB, as networks and disks count. The only place that says so. */
const MEGABYTE = 1e6;

/** Megabytes without the unit: "88.5"; whole ones from 100 on. */
export function inMegabytes(bytes: number): string {
  const amount = bytes / MEGABYTE;
  return amount < 99.95 ? amount.toFixed(1) : amount.toFixed(0);
}

/** "88.5 MB" */
export function megabytes(bytes: number): string {
  return `${inMegabytes(bytes)} MB`;
}

/** "64 MB": for a limit, which is a round number. */
export function wholeMegabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

/** "1200 bytes", "1.2 MB": where a few bytes matter. */
export function bytesOrMegabytes(bytes: number): string {
  return bytes < MEGABYTE ? `${bytes} bytes` : megabytes(bytes);
}

/** "12,000 × 9,000 pixels", "1 × 1 pixel". */
export function pixels({ width, height }: PixelSize): string {
  const unit = width === 1 && height === 1 ? 'pixel' : 'pixels';
  return `${wholeNumber(width)} × ${wholeNumber(height)} ${unit}`;
}

/** "0.82 s"; "12 s". */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return `${value < 9.95 ? value.toFixed(2) : Math.round(value)} s`;
}

/** "87 %" as one word: what draws an axis breaks its labels at spaces. */
export function axisPercent(share: number): string {
  return percent(share).replace(' ', '\u00a0');
}

/** "1.5 k", "150 k", "1.8 M": a number short enough for an axis or a cell. */
export function shortNumber(value: number): string {
  for (const [unit, size] of SIZES) {
    if (value >= size * 0.9995) {
      const scaled = value / size;
      return `${scaled < 9.95 ? scaled.toFixed(1).replace(/\.0$/, '') : Math.round(scaled)} ${unit}`;
    }
  }
  return String(Math.round(value));
}

const SIZES = [
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
] as const;

/** "14:05", by the person's own clock, from milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
