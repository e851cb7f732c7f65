import { jointField } from '../../analysis/joint';
import { upsample } from '../../analysis/upsample';
import type { Grid } from '../../vocabulary/maps';
import { type Drawing, evidenceOpacity, jointOpacity, mapOpacity } from './opacity';
import { paintEvidence, paintJoint, paintQuery } from './paint';
import type { Rgb } from './palette';

/** What a picture over a photo shows. */
export type MapSource =
  /** All maps (M, N) in one: each place in the colour of the query that attends most there. */
  | { kind: 'joint'; weights: Float32Array; queries: number; colours: readonly Rgb[] }
  /** One query's map (N). */
  | { kind: 'query'; weights: Float32Array; colour: Rgb }
  /** Signed evidence (N); what is as large as `peak` is fully opaque. */
  | { kind: 'evidence'; values: Float32Array; peak: number };

export interface PictureRequest {
  subject: MapSource;
  grid: Grid;
  /** Pixels per patch, to each side. */
  scale: number;
  drawing: Drawing;
}

/** RGBA row by row, opacity not multiplied in; to be laid over a greyed photo. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Paints attention or evidence, `scale` times as many pixels as patches to each side. */
export function paintPicture({ subject, grid, scale, drawing }: PictureRequest): Picture {
  // Drawn per patch, all pixels of a patch are alike: they are worked out once and repeated.
  const own = drawing.smooth ? scale : 1;
  const pixels = paint(subject, grid, own, drawing);
  return {
    width: grid.width * scale,
    height: grid.height * scale,
    pixels: own === scale ? pixels : repeat(pixels, grid, scale),
  };
}

function paint(subject: MapSource, grid: Grid, scale: number, { opacity: rule }: Drawing) {
  const uniform = 1 / (grid.height * grid.width);
  switch (subject.kind) {
    case 'joint': {
      const field = jointField(subject.weights, subject.queries, grid, scale);
      return paintJoint(field, jointOpacity(field.strength, uniform, rule), subject.colours);
    }
    case 'query': {
      const map = upsample(subject.weights, 0, grid, scale);
      return paintQuery(mapOpacity(map, uniform, rule), subject.colour);
    }
    case 'evidence': {
      const values = upsample(subject.values, 0, grid, scale);
      return paintEvidence(values, evidenceOpacity(values, subject.peak, rule));
    }
  }
}

function repeat(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  { height, width }: Grid,
  scale: number,
): Uint8ClampedArray<ArrayBuffer> {
  const small = new Uint32Array(pixels.buffer);
  const large = new Uint32Array(small.length * scale * scale);
  const row = width * scale;
  for (let y = 0; y < height; y++) {
    const start = y * scale * row;
    for (let x = 0; x < width; x++) {
      large.fill(small[y * width + x] ?? 0, start + x * scale, start + (x + 1) * scale);
    }
    for (let copy = 1; copy < scale; copy++) {
      large.copyWithin(start + copy * row, start, start + row);
    }
  }
  return new Uint8ClampedArray(large.buffer);
}

/** Measured on a machine with two slow cores: per pixel, and per pixel and map. */
const NANOSECONDS = { pixel: 45, map: 5 };

/** About how long painting takes, in milliseconds. */
export function paintingTime({ subject, grid, scale, drawing }: PictureRequest): number {
  const pixels = grid.height * grid.width * (drawing.smooth ? scale ** 2 : 1);
  const maps = subject.kind === 'joint' ? subject.queries : 1;
  return 1e-6 * pixels * (NANOSECONDS.pixel + NANOSECONDS.map * maps);
}

/**
 * Pixels per patch for a picture whose longer side is about `side` pixels, so that many small
 * patches cost no more than a few large ones.
 */
export function scaleFor(grid: Grid, side: number): number {
  return Math.max(2, Math.round(side / Math.max(grid.height, grid.width)));
}
