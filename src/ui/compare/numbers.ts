import { finePercent, shortNumber } from '../../messages/en/format';
import type { StudyRow } from '../../study/study-table';

/** "91.7 %" and "± 2.6": an accuracy and its standard error in points; null before the first fold. */
export function accuracyNumbers({ accuracy }: StudyRow): [mean: string, error: string] | null {
  if (!accuracy) return null;
  const { mean, standardError } = accuracy;
  return [finePercent(mean), standardError === null ? '' : `± ${(100 * standardError).toFixed(1)}`];
}

/** "1.4 M"; null while it is unknown. */
export function multiplyAddsInWords(
  { facts }: StudyRow,
  form: 'factored' | 'reference',
): string | null {
  const value = facts?.multiplyAdds?.[form];
  return value === undefined || !Number.isFinite(value) ? null : shortNumber(value);
}

/** "0.82 s"; "12 s". */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return `${value < 9.95 ? value.toFixed(2) : Math.round(value)} s`;
}
