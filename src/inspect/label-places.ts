export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point of a figure that wants a label, and how much it wants it. */
export interface Labelled {
  x: number;
  y: number;
  /** Size of its label. */
  width: number;
  height: number;
  /** From half its interval: labels keep off it where they can. */
  top: number;
  bottom: number;
  /** Labels of higher ones are placed first; those of the highest always. */
  priority: number;
}

const DOT = 6;
const AIR = 4;
/** How bad it is to cover a pixel of a label, a dot, an interval, or to take the next best side. */
const COST = { label: 60, dot: 20, interval: 1.5, side: 6 };
/** From this much covered of labels and dots on, a label is better left out: a corner of a dot. */
const MOST = 240;

/**
 * Places for the labels of a figure, each beside its point and none on another's label or dot: the
 * box of every label, null where there is no room for it. Pixels, from the top left.
 */
export function labelPlaces(points: readonly Labelled[], area: Box): (Box | null)[] {
  const places: (Box | null)[] = points.map(() => null);
  const order = points.map((_, index) => index).sort((a, b) => rank(points[b]) - rank(points[a]));
  const dots = points.map(({ x, y }) => ({
    x: x - DOT,
    y: y - DOT,
    width: 2 * DOT,
    height: 2 * DOT,
  }));
  const intervals = points.map(({ x, top, bottom }) => ({
    x: x - 1.5,
    y: top,
    width: 3,
    height: bottom - top,
  }));
  for (const index of order) {
    const point = points[index];
    if (!point) continue;
    let best: { box: Box; cost: number; hard: number } | null = null;
    for (const [side, box] of candidates(point).entries()) {
      if (!inside(box, area)) continue;
      const taken = places.filter((place) => place !== null);
      const others = dots.filter((_, other) => other !== index);
      const hard = COST.label * covered(box, taken) + COST.dot * covered(box, others);
      const cost = hard + COST.interval * covered(box, intervals) + COST.side * side;
      if (best === null || cost < best.cost) best = { box, cost, hard };
    }
    const must = point.priority === rank(points[order[0] ?? 0]);
    if (best && (must || best.hard <= MOST)) places[index] = best.box;
  }
  return places;
}

function rank(point: Labelled | undefined): number {
  return point?.priority ?? 0;
}

/** Right, left, above, below, and between; the best first. */
function candidates({ x, y, width, height, top, bottom }: Labelled): Box[] {
  const right = x + DOT + AIR;
  const left = x - DOT - AIR - width;
  const middle = y - height / 2;
  const centre = x - width / 2;
  return [
    [right, middle],
    [left, middle],
    [right, middle - height * 0.7],
    [right, middle + height * 0.7],
    [left, middle - height * 0.7],
    [left, middle + height * 0.7],
    [centre, top - height - 1],
    [centre, bottom + 1],
    [right - AIR, top - height],
    [left + AIR, top - height],
    [right - AIR, bottom],
    [left + AIR, bottom],
  ].map(([boxX = 0, boxY = 0]) => ({ x: boxX, y: boxY, width, height }));
}

function covered(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => sum + overlap(box, other), 0);
}

/** Area in pixels that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function inside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}
