/**
 * Moves positions apart until neighbours are `gap` from each other, each as little as possible
 * (least squares), in their order and within `low`…`high` as far as there is room.
 */
export function spread(
  positions: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => at(a) - at(b));
  const room = Math.max(0, high - low);
  const step = Math.min(gap, room / Math.max(1, positions.length - 1));
  // Without the gaps the task is to find the nearest ascending numbers: neighbours that are in the
  // wrong order share their mean.
  const groups: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    groups.push({ sum: at(index) - rank * step, count: 1 });
    for (;;) {
      const [before, last] = groups.slice(-2);
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break;
      groups.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const ascending = groups.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const end = high - (positions.length - 1) * step;
  const result = [...positions];
  order.forEach((index, rank) => {
    result[index] = Math.min(end, Math.max(low, ascending[rank] ?? 0)) + rank * step;
  });
  return result;

  function at(index: number): number {
    return positions[index] ?? 0;
  }
}
