/**
 * Isotonic regression: the ascending numbers nearest to `values` (least squares), by the pool adjacent
 * violators algorithm (Ayer et al., "An empirical distribution function for sampling with incomplete
 * information", 1955): neighbours in the wrong order are replaced by their mean.
 */
export function isotonicRegression(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    blocks.push({ sum: value, count: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}

/**
 * Moves positions apart until neighbours are `gap` from each other, each as little as possible
 * (least squares), in their order and within `low`…`high` as far as there is room. Without the gaps
 * this is isotonic regression.
 */
export function spread(
  positions: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const at = (index: number) => positions[index] ?? 0;
  const order = positions.map((_, index) => index).sort((a, b) => at(a) - at(b));
  const room = Math.max(0, high - low);
  const step = Math.min(gap, room / Math.max(1, positions.length - 1));
  const ascending = isotonicRegression(order.map((index, rank) => at(index) - rank * step));
  const end = high - (positions.length - 1) * step;
  const result = [...positions];
  order.forEach((index, rank) => {
    result[index] = Math.min(end, Math.max(low, ascending[rank] ?? 0)) + rank * step;
  });
  return result;
}
