import { useMemo } from 'react';
import type { Grid } from '../../vocabulary/maps';

/** A small picture, one pixel per patch, to be enlarged onto a canvas. */
export function usePatchPicture(
  pixels: Uint8ClampedArray<ArrayBuffer> | null,
  grid: Grid,
): OffscreenCanvas | null {
  return useMemo(() => {
    const { height, width } = grid;
    // Between two backbones, pixels may still be of the other grid.
    if (!pixels || pixels.length !== 4 * height * width) return null;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
    return canvas;
  }, [pixels, grid]);
}
