import { composeFigure, type FigureParts, type Legend } from '../../files/compose-figure';
import { INK_SOFT, type Mark } from '../../files/figure';
import type { Art, PagePicture } from './picture';
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
  const sample = document.createElement('span');
  sample.style.cssText = `color-scheme:light;color:var(${variable});transition:none`;
  document.body.append(sample);
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
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
  // Beside the original, so that the same rules hold for it; in a light place, so that its colours
  // are those for paper. A fresh element has no transition under way either.
  copy.style.cssText += `;position:absolute;left:-99999px;top:0;color-scheme:light;width:${width}px;height:${height}px`;
  element.parentElement?.append(copy);
  const styles = [copy, ...copy.querySelectorAll<SVGElement>('*')].map((part) => {
    const own = getComputedStyle(part);
    const outer = part.parentElement && part !== copy ? getComputedStyle(part.parentElement) : null;
    return {
      part,
      values: STYLES.map((name) => own.getPropertyValue(name)),
      // What need not be said, since it holds anyway.
      usual: STYLES.map(
        (name) => (INHERITED.has(name) && outer?.getPropertyValue(name)) || USUAL[name],
      ),
    };
  });
  copy.remove();
  for (const { part, values, usual } of styles) {
    part.removeAttribute('style');
    part.removeAttribute('class');
    STYLES.forEach((name, index) => {
      const value = values[index] ?? '';
      if (value === '' || value === usual[index]) part.removeAttribute(name);
      else part.setAttribute(name, value);
    });
  }
  const { x, y, width: wide, height: high } = viewOf(copy, width, height);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `${x} ${y} ${wide} ${high}`);
  return { markup: new XMLSerializer().serializeToString(copy), width, height };
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
