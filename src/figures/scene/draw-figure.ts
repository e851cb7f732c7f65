import { paintPicture } from '../maps/picture';
import { type Box, FIGURE_FONT, type Figure, type Mark } from './figure';
import { greyPhotos } from './grey-photos';
import type { Art } from './saved-figure';

type Context = OffscreenCanvasRenderingContext2D;

/**
 * Draws a figure on white, `scale` pixels for each of its own. Maps are painted as finely as that,
 * not enlarged.
 * @param between awaited after every photo, map or chart, with how many are done
 */
export async function drawFigure(
  context: Context,
  { width, height, marks }: Figure<Art>,
  scale: number,
  between: (done: number) => Promise<void>,
): Promise<void> {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width * scale, height * scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.imageSmoothingQuality = 'high';
  const grey = greyPhotos();
  let done = 0;
  for (const mark of marks) {
    if (mark.kind === 'art') {
      drawArt(context, mark.art, mark, scale, grey);
      done += 1;
      await between(done);
    } else {
      drawMark(context, mark);
    }
  }
}

function drawMark(context: Context, mark: Exclude<Mark<Art>, { kind: 'art' }>): void {
  switch (mark.kind) {
    case 'text':
      context.font = `${mark.weight} ${mark.size}px ${FIGURE_FONT}`;
      context.textAlign = mark.align === 'middle' ? 'center' : mark.align;
      context.fillStyle = mark.fill;
      context.fillText(mark.text, mark.x, mark.y);
      return;
    case 'rect':
      context.beginPath();
      context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
      if (mark.fill !== 'none') {
        context.fillStyle = mark.fill;
        context.fill();
      }
      if (mark.stroke !== undefined) {
        context.strokeStyle = mark.stroke;
        context.lineWidth = 1;
        context.stroke();
      }
      return;
    case 'ramp': {
      const { x, y, width, height } = mark;
      const ramp = context.createLinearGradient(x, 0, x + width, 0);
      for (const [share, colour] of mark.stops) ramp.addColorStop(share, colour);
      context.fillStyle = ramp;
      context.fillRect(x, y, width, height);
      return;
    }
    case 'line':
      context.beginPath();
      context.moveTo(...mark.from);
      context.lineTo(...mark.to);
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.strokeWidth;
      context.setLineDash(mark.dash === undefined ? [] : mark.dash.split(/[ ,]+/).map(Number));
      context.stroke();
      context.setLineDash([]);
      return;
  }
}

function drawArt(
  context: Context,
  art: Art,
  { x, y, width, height }: Box,
  scale: number,
  grey: ReturnType<typeof greyPhotos>,
): void {
  switch (art.kind) {
    case 'photo':
      context.drawImage(art.grey ? grey(art.bitmap) : art.bitmap, x, y, width, height);
      return;
    case 'map': {
      const fine = Math.ceil((Math.max(width, height) * scale) / art.request.grid.width);
      const map = paintMap(art, fine);
      // Edges of patches stay sharp where each patch is one flat square.
      context.imageSmoothingEnabled = art.request.drawing.smooth;
      context.drawImage(map, x, y, width, height);
      context.imageSmoothingEnabled = true;
      return;
    }
    case 'drawing':
      if (art.raster) context.drawImage(art.raster, x, y, width, height);
      return;
  }
}

/** A map on a canvas of its own, `scale` pixels for each patch. */
export function paintMap(
  { request }: Extract<Art, { kind: 'map' }>,
  scale: number,
): OffscreenCanvas {
  const { pixels, width, height } = paintPicture({ ...request, scale });
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
