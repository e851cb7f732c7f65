export interface LabelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point of a figure that wants a label. */
export interface Labelled {
  x: number;
  y: number;
  /** Size of its label. */
  width: number;
  height: number;
  /** Ends of its interval: labels keep off it where they can. */
  top: number;
  bottom: number;
  /** Whether its label stands even where it covers others. */
  always: boolean;
}

/** Where a label stands; `leader` where a thin line has to lead to it from its point. */
export interface LabelPlace {
  box: LabelBox;
  leader: LabelBox | null;
}

const DOT = 6;
const AIR = 4;
/** Rows of labels that a leader may reach across, to either side. */
const ROWS = 9;
/**
 * How bad it is to cover a pixel of a label, a dot, an interval; to take the next best side; to
 * stand nearer to another's dot than to the own; to need a leader, a longer one, and to stand in the
 * way of those of its neighbours.
 */
const COST = {
  label: 60,
  dot: 20,
  interval: 0.8,
  side: 6,
  stranger: 300,
  leader: 40,
  row: 8,
  turned: 150,
};
/** From this much covered of labels and dots on, a label is better left out: a corner of a dot. */
const MOST = 240;

/**
 * Places for the labels of a figure, each beside its point or at the end of a leader, and none on
 * another's label or dot; null where there is no room. `lines` are boxes along lines, to be kept off
 * where that is easy. Pixels, from the top left.
 */
export function labelPlaces(
  points: readonly Labelled[],
  area: LabelBox,
  lines: readonly LabelBox[] = [],
): (LabelPlace | null)[] {
  const places: (LabelPlace | null)[] = points.map(() => null);
  // From the right: a label that reaches to the right then passes below those of its neighbours,
  // like stairs, and no leader has to cross one.
  const order = points
    .map((_, index) => index)
    .sort((a, b) => across(points[b]) - across(points[a]));
  const thin = [...points.map(intervalOf), ...lines];
  for (const index of order) {
    const point = points[index];
    if (!point) continue;
    const others = points.filter((_, other) => other !== index);
    const dots = others.map(dotOf);
    const taken = places.filter((place) => place !== null);
    const labels = taken.map(({ box }) => box);
    const leaders = taken.flatMap(({ leader }) => leader ?? []);
    let best: { place: LabelPlace; cost: number; hard: number } | null = null;
    for (const { place, effort } of [...beside(point), ...withLeader(point)]) {
      const { box, leader } = place;
      if (!inside(box, area)) continue;
      const drawn = leader ? [box, leader] : [box];
      const hard = drawn.reduce(
        (sum, part) => sum + COST.label * covered(part, labels) + COST.dot * covered(part, dots),
        COST.label * covered(box, leaders),
      );
      const own = distance(box, point);
      const foreign = !leader && others.some((other) => distance(box, other) <= own);
      const cost =
        hard +
        COST.interval * drawn.reduce((sum, part) => sum + covered(part, thin), 0) +
        (foreign ? COST.stranger : 0) +
        effort;
      if (best === null || cost < best.cost) best = { place, cost, hard };
    }
    if (best && (point.always || best.hard <= MOST)) places[index] = best.place;
  }
  return places;
}

interface Candidate {
  place: LabelPlace;
  /** How far it is from the best place there could be. */
  effort: number;
}

/** Right, left, a little higher or lower; the best first. */
function beside({ x, y, width, height }: Labelled): Candidate[] {
  const right = x + DOT + AIR;
  const left = x - DOT - AIR - width;
  const middle = y - height / 2;
  const step = 0.7 * height;
  const corners: [x: number, y: number][] = [
    [right, middle],
    [left, middle],
    [right, middle - step],
    [right, middle + step],
    [left, middle - step],
    [left, middle + step],
  ];
  return corners.map(([boxX, boxY], side) => ({
    place: { box: { x: boxX, y: boxY, width, height }, leader: null },
    effort: COST.side * side,
  }));
}

/** Below or above its interval, some rows away: right of the leader's end, left, or around it. */
function withLeader({ x, width, height, top, bottom }: Labelled): Candidate[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const away = 6 + row * height;
    return [x - 4, x + 4 - width, x - width / 2].flatMap((boxX, side) => {
      const effort = COST.leader + COST.row * row + COST.turned * side;
      const candidate = (boxY: number, from: number): Candidate => ({
        place: {
          box: { x: boxX, y: boxY, width, height },
          leader: { x: x - 1, y: from, width: 2, height: away },
        },
        effort,
      });
      return [candidate(bottom + away, bottom), candidate(top - away - height, top - away)];
    });
  }).flat();
}

function across(point: Labelled | undefined): number {
  return point?.x ?? 0;
}

function dotOf({ x, y }: Labelled): LabelBox {
  return { x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT };
}

function intervalOf({ x, top, bottom }: Labelled): LabelBox {
  return { x: x - 1.5, y: top, width: 3, height: bottom - top };
}

/** From a point to the nearest place of a box. */
function distance(box: LabelBox, { x, y }: Labelled): number {
  const across = Math.max(box.x - x, 0, x - box.x - box.width);
  const down = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(across, down);
}

/** Area in pixels that a box shares with others. */
function covered(box: LabelBox, others: readonly LabelBox[]): number {
  return others.reduce((sum, other) => sum + overlap(box, other), 0);
}

function overlap(a: LabelBox, b: LabelBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function inside(box: LabelBox, area: LabelBox): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}
