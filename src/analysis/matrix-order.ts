import { chain } from './chain';

/**
 * The order in which to draw the rows and columns of a matrix of queries: groups in one piece, groups
 * that are alike next to each other, and within a group each query next to the one most like it.
 * @param groupOf the group of each query, (M)
 * @param cosine (M, M)
 * @returns the queries, (M), each once
 */
export function matrixOrder(groupOf: Uint8Array, cosine: Float32Array): number[] {
  const queries = groupOf.length;
  const members: number[][] = [];
  groupOf.forEach((group, query) => {
    members[group] = [...(members[group] ?? []), query];
  });
  const alike = (a: number, b: number) => cosine[a * queries + b] ?? 0;
  const groupsAlike = (a: number, b: number) => {
    const [own, other] = [members[a] ?? [], members[b] ?? []];
    const sum = own.reduce((all, i) => other.reduce((row, j) => row + alike(i, j), all), 0);
    return sum / Math.max(1, own.length * other.length);
  };
  const order: number[] = [];
  for (const group of chain([...new Set(groupOf)], groupsAlike)) {
    const own = members[group] ?? [];
    const last = order.at(-1);
    const next = last === undefined ? null : closest(own, (query) => alike(last, query));
    order.push(...chain(own, alike, next));
  }
  return order;
}

function closest(items: readonly number[], likeness: (item: number) => number): number | null {
  let best: number | null = null;
  for (const item of items) if (best === null || likeness(item) > likeness(best)) best = item;
  return best;
}
