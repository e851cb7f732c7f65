import { AppError } from '../vocabulary/failures';
import { lacksEnd, withRestOfEnd } from './svg-end';

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing's side in pixels is kept below this, however long and thin it is. */
const LONGEST_SIDE = 4096;

/** CSS pixels in one of each unit that an SVG length can have. */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
};

/**
 * Paints an SVG drawing over white, its short side `shortSide` pixels long, as a PNG. Only for the
 * page itself: workers cannot read SVG. Nothing that the drawing refers to outside itself is
 * fetched, and no script in it runs.
 * @throws `svg-broken` when the drawing has mistakes, `image-cut-off` when its end is missing.
 */
export async function rasterizeSvg(file: Blob, shortSide: number): Promise<Blob> {
  const { markup, width, height } = withSize(await file.text(), shortSide);
  try {
    const image = new Image(width, height);
    // Not a blob URL: from one, Chromium locks the canvas as soon as a drawing embeds HTML, as
    // diagrams often do.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
    await image.decode();
    return await paint(image, width, height);
  } catch (error) {
    throw new AppError({ code: 'svg-broken' }, { cause: error });
  }
}

/** The drawing with its size in pixels written into it, so that every browser scales it alike. */
function withSize(text: string, shortSide: number) {
  const svg = parsed(text) ?? parsed(withRestOfEnd(text) ?? '');
  if (!svg) throw new AppError({ code: lacksEnd(text) ? 'image-cut-off' : 'svg-broken' });
  // They are never fetched; left in, each would be drawn as the sign for a missing picture.
  for (const linked of svg.querySelectorAll('image:not([*|href^="data:"])')) {
    linked.remove();
  }
  const own = ownSize(svg);
  const scale = Math.min(
    shortSide / Math.min(own.width, own.height),
    LONGEST_SIDE / Math.max(own.width, own.height),
  );
  const width = Math.max(1, Math.round(own.width * scale));
  const height = Math.max(1, Math.round(own.height * scale));
  if (!svg.hasAttribute('viewBox')) {
    svg.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`);
  }
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  return { markup: new XMLSerializer().serializeToString(svg), width, height };
}

/** The drawing's root; null when it has mistakes. */
function parsed(text: string): Element | null {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const isWhole = root.namespaceURI === SVG && root.localName === 'svg';
  return isWhole && !root.querySelector('parsererror') ? root : null;
}

/** In CSS pixels: the size it states, else its view box, else a square. */
function ownSize(svg: Element): { width: number; height: number } {
  const viewBox = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = viewBox;
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
  const width = lengthInPixels(svg.getAttribute('width'));
  const height = lengthInPixels(svg.getAttribute('height'));
  if (width && height) return { width, height };
  if (box && width) return { width, height: (width * box.height) / box.width };
  if (box && height) return { width: (height * box.width) / box.height, height };
  return box ?? { width: width ?? height ?? 300, height: height ?? width ?? 300 };
}

/** Null for lengths that depend on the surroundings, and for nonsense. */
function lengthInPixels(length: string | null): number | null {
  const match = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '');
  const pixels = Number(match?.[1]) * (UNITS[match?.[2]?.toLowerCase() ?? ''] ?? Number.NaN);
  return pixels > 0 && Number.isFinite(pixels) ? pixels : null;
}

function paint(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new AppError({ code: 'image-no-canvas' });
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new AppError({ code: 'image-no-canvas' }))),
      'image/png',
    );
  });
}
