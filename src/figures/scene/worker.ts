import { type CallContext, serve } from '../../bridge/host';
import { AppError } from '../../vocabulary/failures';
import type { Drawn, FigureCalls } from './api';
import { drawFigure } from './draw-figure';
import type { Figure } from './figure';
import { fontFaceRule } from './figure-font';
import { figureForSvg } from './figure-for-svg';
import { figureSvg } from './figure-svg';
import type { Art } from './saved-figure';

/** Draws figures: thirty-five of them at 4× are seconds of work, which the page must not feel. */
serve<FigureCalls>({
  async png({ figure, scale, font }, context) {
    await loadFace(font);
    const width = Math.round(figure.width * scale);
    const height = Math.round(figure.height * scale);
    const canvas = new OffscreenCanvas(width, height);
    const drawing = canvas.getContext('2d');
    if (!drawing) throw tooLarge(width, height);
    await drawFigure(drawing, figure, scale, between(figure, context));
    return canvas.convertToBlob({ type: 'image/png' }).catch(() => {
      throw tooLarge(width, height);
    });
  },
  async svg({ figure, font }, context) {
    const ready = await figureForSvg(figure, between(figure, context));
    const svg = figureSvg(ready, font === null ? '' : fontFaceRule(font));
    return new Blob([svg], { type: 'image/svg+xml' });
  },
});

/** Reports, and lets the worker answer: else the page would take it for dead. */
function between({ marks }: Figure<Art>, { progress, signal }: CallContext<Drawn>) {
  const total = marks.filter(({ kind }) => kind === 'art').length;
  return async (done: number) => {
    progress({ done, total });
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
}

async function loadFace(font: ArrayBuffer | null): Promise<void> {
  if (font === null) return;
  const { fonts } = globalThis as unknown as WorkerGlobalScope;
  const face = new FontFace('Inter Variable', font, { weight: '100 900' });
  // A face that does not load leaves the next one of the list.
  const loaded = await face.load().catch(() => null);
  if (loaded) fonts.add(loaded);
}

function tooLarge(width: number, height: number): AppError {
  return new AppError({ code: 'picture-too-large', width, height });
}
