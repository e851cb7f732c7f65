/** What a kept head takes, without its numbers. */
export interface HeadSize {
  headId: string;
  /** Bytes of the head itself. */
  weights: number;
  /** Bytes of its snapshots; null where it had some that are not kept. */
  snapshots: number | null;
  /** Milliseconds since 1970: which was on show last. */
  shownAt: number;
}

export interface HeadBound {
  /** Of all heads of a project with their snapshots. */
  bytes: number;
  heads: number;
  /** Whose snapshots there is room for. */
  snapshots: 'all' | 'shown' | 'none';
}

/** What has to go. */
export interface HeadCuts {
  /** Heads that lose their snapshots. */
  snapshots: string[];
  heads: string[];
}

/**
 * What has to go for the rest to be within the bound: snapshots before heads, of those that were on
 * show longest ago first. The head on show itself always stays.
 */
export function headCuts(sizes: readonly HeadSize[], shownId: string, bound: HeadBound): HeadCuts {
  const oldestFirst = sizes.toSorted((a, b) => rank(a, shownId) - rank(b, shownId));
  const others = oldestFirst.filter(({ headId }) => headId !== shownId);
  const tooMany = others.slice(0, Math.max(0, sizes.length - bound.heads));
  const heads = new Set(tooMany.map(({ headId }) => headId));
  const snapshots = new Set<string>();
  const bytes = () =>
    sizes
      .filter(({ headId }) => !heads.has(headId))
      .reduce(
        (sum, own) => sum + own.weights + (snapshots.has(own.headId) ? 0 : (own.snapshots ?? 0)),
        0,
      );
  for (const { headId, snapshots: own } of oldestFirst) {
    if (heads.has(headId) || own === null) continue;
    const unwanted =
      bound.snapshots === 'none' || (bound.snapshots === 'shown' && headId !== shownId);
    if (unwanted || bytes() > bound.bytes) snapshots.add(headId);
  }
  for (const { headId } of others) {
    if (bytes() > bound.bytes) heads.add(headId);
  }
  return {
    snapshots: [...snapshots].filter((headId) => !heads.has(headId)),
    heads: [...heads],
  };
}

/** The head on show counts as the latest, whenever it came. */
function rank({ headId, shownAt }: HeadSize, shownId: string): number {
  return headId === shownId ? Number.POSITIVE_INFINITY : shownAt;
}
