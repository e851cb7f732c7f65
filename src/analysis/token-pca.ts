import { leadingDirections } from '../numbers/block-krylov';
import { quantile } from '../numbers/quantile';
import { argmax, dot, meanRow } from '../numbers/vectors';
import { ProgrammingError } from '../vocabulary/programming-error';

/** The three directions in which a set of tokens varies most, as red, green and blue. */
export interface TokenColours {
  /** Mean token, (D). */
  mean: Float64Array;
  channels: readonly [Channel, Channel, Channel];
}

export interface Channel {
  /** Of length 1, (D); null where the tokens vary in fewer directions. */
  direction: Float64Array | null;
  /** Where along it the channel is dark, and where it is full. */
  low: number;
  high: number;
  /** Share of all variance along it, 0…1. */
  share: number;
}

/** Outliers that saturate at either end. */
const CUT = 0.01;
/** A smaller share of the variance is rounding. */
const LEAST_SHARE = 1e-9;
const FLAT: Channel = { direction: null, low: 0, high: 0, share: 0 };

/**
 * The first three principal components of tokens and the range in which they lie. A direction's sign
 * is the one that makes its largest entry positive, so that equal tokens have equal colours.
 * @param tokens row-major (rows, D), of all images that are to share their colours.
 * @throws `ProgrammingError` when there are no tokens.
 */
export function fitColours(tokens: Float32Array, width: number): TokenColours {
  if (tokens.length < width)
    throw new ProgrammingError('There are no tokens to take colours from.');
  const mean = meanRow(tokens, width);
  const centred = new Float32Array(tokens.length);
  let total = 0;
  for (let from = 0; from < tokens.length; from += width) {
    for (let d = 0; d < width; d++) {
      const value = (tokens[from + d] as number) - (mean[d] as number);
      centred[from + d] = value;
      total += value * value;
    }
  }
  const variance = total / (tokens.length / width);
  const directions = leadingDirections(centred, width, 3);
  const channel = (index: number): Channel => {
    const found = directions[index];
    const share = found && variance > 0 ? found.variance / variance : 0;
    if (!found || share < LEAST_SHARE) return FLAT;
    const direction = withSign(found.vector);
    const along = Float32Array.from({ length: tokens.length / width }, (_, row) =>
      dot(centred, row * width, direction),
    ).sort();
    return { direction, low: quantile(along, CUT), high: quantile(along, 1 - CUT), share };
  };
  return { mean, channels: [channel(0), channel(1), channel(2)] };
}

/**
 * Tokens (rows, D) in the colours of `fit`.
 * @returns RGBA, opaque, (rows, 4); a channel in which nothing varies is at its middle.
 */
export function paintTokens(
  tokens: Float32Array,
  { mean, channels }: TokenColours,
): Uint8ClampedArray<ArrayBuffer> {
  const width = mean.length;
  const rows = tokens.length / width;
  const rgba = new Uint8ClampedArray(4 * rows).fill(255);
  channels.forEach(({ direction, low, high }, channel) => {
    const origin = direction ? dot(mean, 0, direction) + low : 0;
    for (let row = 0; row < rows; row++) {
      rgba[4 * row + channel] =
        direction && high > low
          ? (255 * (dot(tokens, row * width, direction) - origin)) / (high - low)
          : 128;
    }
  });
  return rgba;
}

function withSign(direction: Float64Array): Float64Array {
  const largest = argmax(direction.map(Math.abs));
  return (direction[largest] ?? 0) < 0 ? direction.map((value) => -value) : direction;
}
