/** Cells of one shade, as the `d` of an SVG path in which a cell is 1 × 1. */
export interface Shade {
  /** From the ground's shade, 0, to the deepest, 1. */
  share: number;
  path: string;
}

/**
 * A matrix as one path per shade instead of thousands of cells.
 * @param values (M, M)
 * @param order the rows and columns, as they are drawn
 * @param shareOf the shade of a value, 0…1
 */
export function matrixPaths(
  values: Float32Array,
  order: readonly number[],
  shareOf: (value: number) => number,
  shades = 32,
): Shade[] {
  const paths = new Map<number, string[]>();
  order.forEach((query, row) => {
    order.forEach((other, column) => {
      const share = shareOf(values[query * order.length + other] ?? 0);
      const shade = Math.round(Math.min(1, Math.max(0, share)) * (shades - 1));
      const cells = paths.get(shade) ?? [];
      cells.push(`M${column} ${row}h1v1h-1z`);
      paths.set(shade, cells);
    });
  });
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([shade, cells]) => ({ share: shade / (shades - 1), path: cells.join('') }));
}

/** Two queries and how alike they are. */
export interface QueryPair {
  one: number;
  other: number;
  value: number;
}

/** The two queries with the smallest and the two with the largest value of a symmetric matrix (M, M). */
export function extremePairs(
  values: Float32Array,
  queries: number,
): { least: QueryPair; most: QueryPair } | null {
  let least: QueryPair | null = null;
  let most: QueryPair | null = null;
  for (let one = 0; one < queries; one++) {
    for (let other = one + 1; other < queries; other++) {
      const pair = { one, other, value: values[one * queries + other] ?? 0 };
      if (!least || pair.value < least.value) least = pair;
      if (!most || pair.value > most.value) most = pair;
    }
  }
  return least && most ? { least, most } : null;
}
