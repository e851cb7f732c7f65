import { type Box, FIGURE_FONT, type Figure, type Mark } from './figure';

/** What fills a box, as SVG can hold it. */
export type SvgArt =
  /** A picture as a data URL. */
  | { kind: 'image'; href: string }
  /** Patches, row by row; those without opacity are left out. */
  | { kind: 'cells'; columns: number; rows: number; cells: readonly SvgCell[] }
  /** A whole `<svg>` document, drawn for a view of that size. */
  | { kind: 'drawing'; markup: string; width: number; height: number };

export interface SvgCell {
  fill: string;
  /** 0…1. */
  opacity: number;
}

/**
 * A figure as an SVG document.
 * @param fontFace the page's face as CSS, so that the text looks the same elsewhere; may be empty.
 */
export function figureSvg(figure: Figure<SvgArt>, fontFace = ''): string {
  const { width, height, title, description, marks } = figure;
  const shared = sharedImages(marks);
  const parts = marks.map((mark, index) => svgMark(mark, index, shared));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FIGURE_FONT)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...(fontFace === '' ? [] : [`<style>${escaped(fontFace)}</style>`]),
    ...definitions(shared),
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** Text as it stands between tags and in attributes; what XML can't hold is left out. */
export function escaped(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Control characters but for white space, lone surrogates, and two that are no characters. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

function svgMark(mark: Mark<SvgArt>, index: number, shared: SharedImages): string {
  switch (mark.kind) {
    case 'text':
      return (
        `<text x="${n(mark.x)}" y="${n(mark.y)}" font-size="${n(mark.size)}" font-weight="${mark.weight}"` +
        `${mark.align === 'start' ? '' : ` text-anchor="${mark.align}"`} fill="${escaped(mark.fill)}">${escaped(mark.text)}</text>`
      );
    case 'rect':
      return (
        `<rect ${box(mark)} fill="${escaped(mark.fill)}"` +
        `${mark.stroke === undefined ? '' : ` stroke="${escaped(mark.stroke)}"`}` +
        `${mark.radius === undefined ? '' : ` rx="${n(mark.radius)}"`}/>`
      );
    case 'line':
      return (
        `<path d="M${n(mark.from[0])} ${n(mark.from[1])}L${n(mark.to[0])} ${n(mark.to[1])}" stroke="${escaped(mark.stroke)}"` +
        ` stroke-width="${n(mark.strokeWidth)}"${mark.dash === undefined ? '' : ` stroke-dasharray="${escaped(mark.dash)}"`}/>`
      );
    case 'ramp': {
      const stops = mark.stops.map(
        ([share, colour]) => `<stop offset="${n(share)}" stop-color="${escaped(colour)}"/>`,
      );
      return (
        `<linearGradient id="ramp-${index}">${stops.join('')}</linearGradient>` +
        `<rect ${box(mark)} fill="url(#ramp-${index})"/>`
      );
    }
    case 'art':
      return svgArt(mark.art, mark, shared);
  }
}

function svgArt(art: SvgArt, place: Box, shared: SharedImages): string {
  switch (art.kind) {
    case 'image': {
      const id = shared.get(art.href);
      if (id === undefined) return `<image ${box(place)} ${imageSource(art.href)}/>`;
      return `<use ${reference(`#${id}`)} transform="translate(${n(place.x)} ${n(place.y)}) scale(${n(place.width)} ${n(place.height)})"/>`;
    }
    case 'cells': {
      const { columns, rows, cells } = art;
      const wide = place.width / columns;
      const high = place.height / rows;
      const rects = cells.flatMap(({ fill, opacity }, index) => {
        if (opacity < 0.005) return [];
        const x = place.x + (index % columns) * wide;
        const y = place.y + Math.floor(index / columns) * high;
        return `<rect ${box({ x, y, width: wide, height: high })} fill="${escaped(fill)}" fill-opacity="${n(opacity)}"/>`;
      });
      // Neighbours share their edges: smoothed, the photo would shine through between them.
      return `<g shape-rendering="crispEdges">${rects.join('')}</g>`;
    }
    case 'drawing':
      return `<g transform="translate(${n(place.x)} ${n(place.y)}) scale(${n(place.width / art.width)} ${n(place.height / art.height)})">${art.markup}</g>`;
  }
}

/** Ids of the images that stand more than once, by their data: the same photo below every map, say. */
type SharedImages = ReadonlyMap<string, string>;

function sharedImages(marks: readonly Mark<SvgArt>[]): SharedImages {
  const seen = new Set<string>();
  const shared = new Map<string, string>();
  for (const mark of marks) {
    if (mark.kind !== 'art' || mark.art.kind !== 'image') continue;
    const { href } = mark.art;
    if (seen.has(href) && !shared.has(href)) shared.set(href, `image-${shared.size + 1}`);
    seen.add(href);
  }
  return shared;
}

/** Each a unit square, to be scaled where it is used. */
function definitions(shared: SharedImages): string[] {
  if (shared.size === 0) return [];
  const images = [...shared].map(
    ([href, id]) => `<image id="${id}" width="1" height="1" ${imageSource(href)}/>`,
  );
  return [`<defs>${images.join('')}</defs>`];
}

function imageSource(href: string): string {
  return `preserveAspectRatio="none" ${reference(href)}`;
}

/** By the name of today; the older one, which doubles what is embedded, is no longer needed. */
function reference(href: string): string {
  return `href="${escaped(href)}"`;
}

function box({ x, y, width, height }: Box): string {
  return `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
}

/** A number short enough to read. */
function n(value: number): string {
  return String(Number(value.toFixed(3)));
}
