import type { StudyRow } from '../../study/study-table';

/** Multiply-adds of a row; null while they are unknown. */
export function multiplyAddsOf(
  { facts }: Pick<StudyRow, 'facts'>,
  form: 'factored' | 'reference',
): number | null {
  const value = facts?.multiplyAdds?.[form];
  return value === undefined || !Number.isFinite(value) ? null : value;
}
