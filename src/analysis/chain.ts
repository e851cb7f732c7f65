/**
 * An order of `items` in which each is followed by the one most like it of those left; of equal ones
 * the earlier. From `first`, or from whichever start makes neighbours most alike altogether.
 */
export function chain(
  items: readonly number[],
  similarity: (a: number, b: number) => number,
  first: number | null = null,
): number[] {
  let best: { order: number[]; alike: number } | null = null;
  for (const start of first === null ? items : [first]) {
    const candidate = from(start, items, similarity);
    if (best === null || candidate.alike > best.alike) best = candidate;
  }
  return best?.order ?? [];
}

function from(
  start: number,
  items: readonly number[],
  similarity: (a: number, b: number) => number,
) {
  const left = new Set(items);
  const order = [start];
  let alike = 0;
  left.delete(start);
  let last = start;
  while (left.size > 0) {
    let next = -1;
    for (const item of left) {
      if (next < 0 || similarity(last, item) > similarity(last, next)) next = item;
    }
    alike += similarity(last, next);
    order.push(next);
    left.delete(next);
    last = next;
  }
  return { order, alike };
}
