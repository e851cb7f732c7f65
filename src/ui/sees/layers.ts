import { jointField, jointOpacity } from '../../inspect/joint';
import { paintJoint, paintQuery } from '../../inspect/paint';
import { queryColours } from '../../inspect/palette';
import { queryOpacity } from '../../inspect/single';
import type { Grid } from '../../inspect/upsample';

/** The maps of one image: `weights (queries, N)` over a grid of N patches. */
export interface Maps {
  queries: number;
  weights: Float32Array;
}

/** A small picture to be enlarged onto a canvas; painted anew only when its subject changes. */
export class Layer {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private subject: unknown[] = [];

  /** The joint figure of all queries. */
  joint(maps: Maps, grid: Grid, scale: number): OffscreenCanvas {
    return this.paint([maps, 'joint'], grid, scale, () => {
      const field = jointField(maps.weights, maps.queries, grid, scale);
      const opacity = jointOpacity(field.strength, 1 / (grid.height * grid.width));
      return paintJoint(field, opacity, queryColours(maps.queries));
    });
  }

  /** One query's map. */
  query(maps: Maps, query: number, grid: Grid, scale: number): OffscreenCanvas {
    return this.paint([maps, query], grid, scale, () => {
      const colour = queryColours(maps.queries)[query] ?? [255, 255, 255];
      return paintQuery(queryOpacity(maps.weights, query, grid, scale), colour);
    });
  }

  private paint(
    subject: unknown[],
    grid: Grid,
    scale: number,
    pixels: () => Uint8ClampedArray<ArrayBuffer>,
  ): OffscreenCanvas {
    if (subject.every((part, i) => part === this.subject[i])) return this.canvas;
    this.subject = subject;
    this.canvas.width = grid.width * scale;
    this.canvas.height = grid.height * scale;
    const image = new ImageData(pixels(), this.canvas.width, this.canvas.height);
    this.canvas.getContext('2d')?.putImageData(image, 0, 0);
    return this.canvas;
  }
}
