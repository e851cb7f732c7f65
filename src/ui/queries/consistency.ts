import type { QueryOrder } from '../../state/slices/types';

/**
 * How much of its bar a query's consistency fills: all at 1, nothing at 0 and below. The scale is the
 * same for every head, so that bars of two heads can be compared.
 */
export function barShare(consistency: number): number {
  return Math.min(1, Math.max(0, consistency));
}

/**
 * The queries in the order in which they are offered.
 * @param consistency (M); null while it is not known, or where there is none: then by number
 */
export function orderQueries(
  queries: number,
  consistency: Float32Array | null,
  order: QueryOrder,
): number[] {
  const numbers = Array.from({ length: queries }, (_, query) => query);
  if (order === 'number' || !consistency) return numbers;
  return numbers.sort((a, b) => (consistency[b] ?? 0) - (consistency[a] ?? 0));
}
