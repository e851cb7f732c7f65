import { WorkerClient } from '../../bridge/client';
import type { Drawn, FigureCalls } from '../../figures/scene/api';
import { FIGURE_FONT, type Figure } from '../../figures/scene/figure';
import { fontFaceRule } from '../../figures/scene/figure-font';
import { escaped } from '../../figures/scene/figure-svg';
import type { Art, PagePicture } from '../../figures/scene/saved-figure';
import type { MeasureText } from '../../figures/scene/set-text';
// In the page's own script: a worker that is first needed here would have to be fetched.
import FigureWorker from '../../figures/scene/worker?worker&inline';
import { AppError } from '../../vocabulary/failures';
import { pageFont } from './page-font';

export type Scale = 1 | 2 | 3 | 4;
export const PNG_SCALES: readonly Scale[] = [1, 2, 3, 4];

export interface RenderOptions {
  signal?: AbortSignal;
  onProgress?: (drawn: Drawn) => void;
}

/**
 * A picture as PNG, `scale` pixels for each CSS pixel.
 * @throws `AbortError` when `signal` aborts; an error that says what to do when it is too large.
 */
export async function renderPng(
  { figure }: PagePicture,
  scale: Scale,
  options: RenderOptions = {},
): Promise<Blob> {
  const bytes = await pageFont;
  const drawn = await rasterised(figure, scale, bytes);
  return inWorker((worker) => worker.call('png', { figure: drawn, scale, font: bytes }, options));
}

/** A picture as an SVG document. @throws `AbortError` when `signal` aborts. */
export async function renderSvg(
  { figure }: PagePicture,
  options: RenderOptions = {},
): Promise<Blob> {
  const bytes = await pageFont;
  return inWorker((worker) => worker.call('svg', { figure, font: bytes }, options));
}

/** Measures text as figures are set. Resolves once the page's face is there. */
export async function measuring(): Promise<MeasureText> {
  await Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 12px ${FIGURE_FONT}`)),
  );
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new AppError({ code: 'no-canvas', use: 'figure' });
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${FIGURE_FONT}`;
    return context.measureText(text).width;
  };
}

/** One worker per picture: ended, it gives back its memory and stops whatever it was doing. */
async function inWorker<T>(work: (worker: WorkerClient<FigureCalls>) => Promise<T>): Promise<T> {
  const worker = new WorkerClient<FigureCalls>(new FigureWorker(), { silenceMs: 60_000 });
  try {
    return await work(worker);
  } finally {
    worker.end();
  }
}

/** Charts in pixels, as only the page can draw them. */
async function rasterised(
  figure: Figure<Art>,
  scale: Scale,
  bytes: ArrayBuffer | null,
): Promise<Figure<Art>> {
  const style = bytes === null ? '' : `<style>${fontFaceRule(bytes)}</style>`;
  const marks = await Promise.all(
    figure.marks.map(async (mark) => {
      if (mark.kind !== 'art' || mark.art.kind !== 'drawing') return mark;
      const { markup, width, height } = mark.art;
      const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
      const whole =
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
        `viewBox="0 0 ${width} ${height}" font-family="${escaped(FIGURE_FONT)}">${style}${markup}</svg>`;
      const image = new Image(size.width, size.height);
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
      await image.decode();
      const raster = await createImageBitmap(image, {
        resizeWidth: size.width,
        resizeHeight: size.height,
      });
      return { ...mark, art: { ...mark.art, raster } };
    }),
  );
  return { ...figure, marks };
}
