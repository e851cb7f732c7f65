import { peakWeight } from '../../analysis/patch';
import { quantile } from '../../numbers/quantile';

/**
 * How strength becomes opacity.
 * - `contrast`: stretched so that the strong places stand out; the joint figure as the authors draw it.
 * - `proportional`: opacity is the weight's share of the peak.
 * - `winner`: one opacity wherever something is shown, so that only borders are seen.
 */
export type OpacityRule = 'contrast' | 'proportional' | 'winner';

/** How maps are drawn. */
export interface Drawing {
  /** Bilinear between patches; else one flat square per patch. */
  smooth: boolean;
  opacity: OpacityRule;
}

export const USUAL_DRAWING: Drawing = { smooth: true, opacity: 'contrast' };

/** Opacity of what is shown by the rule `winner`: the photo stays readable below. */
const FLAT = 0.6;
/** Weights from which a map is fully opaque, as a multiple of the uniform weight. */
const LEAST_PEAK = 4;
/** Share of the peak that evidence needs to be shown by the rule `winner`. */
const LEAST_EVIDENCE = 0.1;

/**
 * How opaque each pixel of the joint figure is, 0…1, from the winning weights.
 * - `contrast`: the weight between its 65th and 99th percentile, to the power 0.55 (the authors').
 * - `proportional`: weight / peak.
 * - `winner`: the same everywhere.
 *
 * Maps that nothing was learned for stay faint by every rule.
 * @param uniform 1/N, the weight of equal shares
 */
export function jointOpacity(
  strength: Float32Array,
  uniform: number,
  rule: OpacityRule,
): Float32Array {
  if (rule === 'proportional') return proportional(strength, uniform);
  const opacity = new Float32Array(strength.length);
  const high = quantile(strength, 0.99);
  const seen = presence(high, uniform);
  if (rule === 'winner') return opacity.fill(FLAT * seen);
  const low = quantile(strength, 0.65);
  if (high <= low) return opacity;
  for (let i = 0; i < strength.length; i++) {
    const above = ((strength[i] ?? 0) - low) / (high - low);
    if (above > 0) opacity[i] = above < 1 ? seen * above ** 0.55 : seen;
  }
  return opacity;
}

/**
 * How opaque each pixel of one query's map is, 0…1.
 * - `contrast`: the uniform weight and all below is transparent, so that the photo stays readable;
 *   the map's own peak is opaque, unless it is under four times the uniform weight.
 * - `proportional`: weight / peak.
 * - `winner`: the same wherever the weight is above the uniform one.
 *
 * Maps that nothing was learned for stay faint by every rule.
 * @param uniform 1/N, the weight of equal shares
 */
export function mapOpacity(map: Float32Array, uniform: number, rule: OpacityRule): Float32Array {
  if (rule === 'proportional') return proportional(map, uniform);
  const opacity = new Float32Array(map.length);
  const most = peakWeight(map);
  const peak = Math.max(most, LEAST_PEAK * uniform);
  const flat = FLAT * presence(most, uniform);
  for (let i = 0; i < map.length; i++) {
    const above = ((map[i] ?? 0) - uniform) / (peak - uniform);
    if (above > 0) opacity[i] = rule === 'winner' ? flat : above ** 0.7;
  }
  return opacity;
}

/**
 * How opaque signed evidence is, 0…1, by its size alone; none is transparent.
 * - `contrast`: (|value| / peak) to the power 0.7.
 * - `proportional`: |value| / peak.
 * - `winner`: the same from a tenth of the peak on.
 * @param peak the size that is fully opaque, shared by pictures to be compared
 */
export function evidenceOpacity(
  values: Float32Array,
  peak: number,
  rule: OpacityRule,
): Float32Array {
  const opacity = new Float32Array(values.length);
  if (!(peak > 0)) return opacity;
  for (let i = 0; i < values.length; i++) {
    const share = Math.min(1, Math.abs(values[i] ?? 0) / peak);
    if (rule === 'proportional') opacity[i] = share;
    else if (rule === 'contrast') opacity[i] = share ** 0.7;
    else opacity[i] = share >= LEAST_EVIDENCE ? FLAT : 0;
  }
  return opacity;
}

/** A flat map keeps its low share of the least peak, instead of becoming its own peak everywhere. */
function proportional(weights: Float32Array, uniform: number): Float32Array {
  const peak = Math.max(peakWeight(weights), LEAST_PEAK * uniform);
  return weights.map((weight) => weight / peak);
}

/**
 * Stretching turns any contrast to full, and some query always wins by a hair: without this, the
 * rounding-sized differences of an untrained probe would look like findings. From twice the uniform
 * weight on it changes nothing.
 */
function presence(high: number, uniform: number): number {
  return Math.min(1, Math.max(0, high / uniform - 1));
}
