import { composeFigure, type FigureParts, type Legend } from '../../figures/scene/compose-figure';
import { INK_SOFT, type Mark } from '../../figures/scene/figure';
import type { Art, PagePicture } from '../../figures/scene/saved-figure';
import { measuring } from './render-picture';

/** A chart on the page, and what stands above it. */
export interface Chart {
  element: SVGSVGElement;
  heading?: string;
}

export interface ChartPictureParts {
  /** Of the file; see `pictureName`. */
  name: string;
  /** In bold at the beginning of the caption. */
  title: string;
  /** Sentences after it. */
  caption: readonly string[];
  legends?: readonly Legend[];
  /** Charts beside each other; 1 stacks them. */
  columns?: number;
}

const HEADING = 22;
const GAP = 20;

/**
 * Charts of the page as a picture that needs no page: as they stand now, in light colours, with all
 * that style sheets say about them written into them.
 */
export async function svgPicture(
  charts: readonly Chart[],
  { name, title, caption, legends, columns = 1 }: ChartPictureParts,
): Promise<PagePicture> {
  const measure = await measuring();
  const drawn = charts.map(({ element, heading }) => ({ ...standalone(element), heading }));
  const marks: Mark<Art>[] = [];
  let x = 0;
  let y = 0;
  let width = 0;
  let rowHeight = 0;
  drawn.forEach(({ heading, ...art }, index) => {
    if (index > 0 && index % columns === 0) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const top = heading === undefined ? 0 : HEADING;
    if (heading !== undefined) {
      marks.push({
        kind: 'text',
        text: heading,
        x,
        y: y + 12,
        align: 'start',
        size: 12,
        weight: 550,
        fill: INK_SOFT,
      });
    }
    const place = { x, y: y + top, width: art.width, height: art.height };
    marks.push({ kind: 'art', art: { kind: 'drawing', ...art }, ...place });
    x += art.width + GAP;
    width = Math.max(width, x - GAP);
    rowHeight = Math.max(rowHeight, top + art.height);
  });
  const parts: FigureParts<Art> = { title, caption, width, height: y + rowHeight, marks };
  return { name, figure: composeFigure(legends ? { ...parts, legends } : parts, measure) };
}

/** A colour of the page's style sheet as it is on paper: `--accent`, say. */
export function paperColour(variable: `--${string}`): string {
  return inLight(() => {
    const sample = document.createElement('span');
    sample.style.color = `var(${variable})`;
    document.body.append(sample);
    const { color } = getComputedStyle(sample);
    sample.remove();
    return color;
  });
}

/**
 * Reads styles as they are in the light theme, whatever the page shows: it is light for no frame, and
 * nothing starts to fade.
 */
function inLight<T>(read: () => T): T {
  const root = document.documentElement;
  const { theme } = root.dataset;
  const still = document.createElement('style');
  still.textContent = '*, *::before, *::after { transition: none !important; }';
  document.head.append(still);
  root.dataset.theme = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
    // Worked out while nothing may fade, so that the change back is no change.
    void document.body.offsetHeight;
    still.remove();
  }
}

/** What decides how SVG looks; all else is geometry, and stands in its attributes. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'display',
] as const;

/** The chart as markup with its styles written into it, and its size in CSS pixels. */
function standalone(element: SVGSVGElement): { markup: string; width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  const copy = element.cloneNode(true) as SVGSVGElement;
  writeStyles(copy, element.parentElement ?? document.body);
  for (const part of copy.querySelectorAll('[tabindex]')) part.removeAttribute('tabindex');
  for (const part of copy.querySelectorAll('title:empty, desc:empty, g:empty')) part.remove();
  const { x, y, width: wide, height: high } = viewOf(copy, width, height);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `${x} ${y} ${wide} ${high}`);
  return { markup: new XMLSerializer().serializeToString(copy), width, height };
}

/** Turns what style sheets say about a copy into attributes; `place` is where the original stands. */
function writeStyles(copy: SVGSVGElement, place: Element): void {
  const parts = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  const styles = inLight(() => {
    // Beside the original, so that the same rules hold for it.
    copy.style.position = 'absolute';
    copy.style.left = '-99999px';
    place.append(copy);
    const read = parts.map((part) => {
      const own = getComputedStyle(part);
      const outer =
        part.parentElement && part !== copy ? getComputedStyle(part.parentElement) : null;
      return STYLES.map((name) => {
        const value = own.getPropertyValue(name);
        // What holds anyway need not be said.
        const usual = (INHERITED.has(name) && outer?.getPropertyValue(name)) || USUAL[name];
        // The figure has the page's face, and others that are like it for where that is unknown.
        return value === usual || /Inter Variable/.test(value) ? '' : value;
      });
    });
    copy.remove();
    return read;
  });
  for (const [index, part] of parts.entries()) {
    part.removeAttribute('style');
    part.removeAttribute('class');
    STYLES.forEach((name, at) => {
      const value = styles[index]?.[at] ?? '';
      if (value === '') part.removeAttribute(name);
      else part.setAttribute(name, value);
    });
  }
}

/** What holds where nothing is said. */
const USUAL: Partial<Record<(typeof STYLES)[number], string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'font-variant-numeric': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
  display: 'inline',
};

const INHERITED: ReadonlySet<string> = new Set(
  STYLES.filter((name) => !['opacity', 'dominant-baseline', 'display'].includes(name)),
);

function viewOf({ viewBox }: SVGSVGElement, width: number, height: number) {
  const { baseVal } = viewBox;
  return baseVal && baseVal.width > 0 ? baseVal : { x: 0, y: 0, width, height };
}
