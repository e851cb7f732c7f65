import type { EvidencePlace, ImagePart, WeightPlace } from '../../analysis/map-place';
import type { Grid } from '../../vocabulary/maps';
import { percent } from './format';

const PARTS: Record<ImagePart, { name: string; phrase: string }> = {
  'upper-left': { name: 'upper left', phrase: 'in the upper left' },
  top: { name: 'top', phrase: 'at the top' },
  'upper-right': { name: 'upper right', phrase: 'in the upper right' },
  left: { name: 'left', phrase: 'on the left' },
  middle: { name: 'middle', phrase: 'in the middle' },
  right: { name: 'right', phrase: 'on the right' },
  'lower-left': { name: 'lower left', phrase: 'in the lower left' },
  bottom: { name: 'bottom', phrase: 'at the bottom' },
  'lower-right': { name: 'lower right', phrase: 'in the lower right' },
};

/** Where the weight of a map lies: "62 % in the upper left", "spread evenly", "spread over the image". */
export function describeMap(place: WeightPlace): string {
  if (place.kind === 'part') return `${percent(place.share)} ${PARTS[place.part].phrase}`;
  return place.kind === 'even' ? 'spread evenly' : SPREAD;
}

/** Where signed evidence lies: "most for: upper left; most against: bottom". */
export function describeEvidence(places: { for: EvidencePlace; against: EvidencePlace }): string {
  return `most for: ${where(places.for)}; most against: ${where(places.against)}`;
}

/** "row 3, column 5": a patch of a grid, counted from 1. */
export function describePatch(patch: number, grid: Grid): string {
  return `row ${Math.floor(patch / grid.width) + 1}, column ${(patch % grid.width) + 1}`;
}

const SPREAD = 'spread over the image';

function where(place: EvidencePlace): string {
  if (place.kind === 'part') return PARTS[place.part].name;
  return place.kind === 'nothing' ? 'nothing' : SPREAD;
}
