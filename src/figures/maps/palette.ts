import { memoiseByKey } from '../../numbers/memoise';

/** Red, green, blue, each 0…255. */
export type Rgb = readonly [number, number, number];

/**
 * Okabe and Ito's eight, which people with any colour vision can tell apart. White stands in for
 * their black, which would be invisible on a darkened photo.
 */
const OKABE_ITO: readonly Rgb[] = [
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [204, 121, 167],
  [255, 255, 255],
];

/**
 * One colour per query. Beyond eight no set of hues stays distinct for everyone, so neighbours also
 * differ in lightness, and the number chip carries the rest. The same array for the same number, so
 * that pictures need not be painted anew.
 */
export const queryColours = memoiseByKey((count: number): readonly Rgb[] =>
  count <= OKABE_ITO.length ? OKABE_ITO.slice(0, count) : generate(count),
);

/**
 * The colour of every query (M) by its group, so that a colour means the same everywhere: Okabe and
 * Ito's up to eight groups. As `queryColours` where every query is its own group.
 * @param groupOf the group of each query, 0…groups − 1
 */
export function groupColours(groupOf: Uint8Array, groups: number): Rgb[] {
  const colours = queryColours(groups);
  return Array.from(groupOf, (group) => colours[group] ?? NO_GROUP);
}

const NO_GROUP: Rgb = [128, 128, 128];

/**
 * What speaks for a class and what speaks against it. Orange and blue stay apart for every colour
 * vision, and both stand out from a greyed photo and from a light and a dark page.
 */
export const EVIDENCE_FOR: Rgb = [232, 112, 0];
export const EVIDENCE_AGAINST: Rgb = [43, 127, 255];

/** Hue of `sequential`, in radians: a violet that is none of the first queries' colours. */
const RAMP_HUE = 5.1;

/**
 * One hue from the page's ground (0) to its ink (1), for the cells of a matrix. Lightness changes
 * evenly, so that equal steps look equal.
 */
export function sequential(share: number, dark: boolean): Rgb {
  const at = Math.min(1, Math.max(0, share));
  const [from, to] = dark ? [0.24, 0.86] : [0.97, 0.4];
  return oklch(from + (to - from) * at, 0.01 + 0.11 * at, RAMP_HUE);
}

function generate(count: number): Rgb[] {
  const lightness = [0.74, 0.58, 0.88];
  return Array.from({ length: count }, (_, i) => {
    const hue = 0.6 + i * Math.PI * (3 - Math.sqrt(5));
    return oklch(lightness[i % 3] ?? 0.74, 0.13, hue);
  });
}

/** OKLCH (Ottosson 2020) to sRGB, out-of-gamut channels clipped; `hue` in radians. */
function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function channel(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * encoded);
}

/** As CSS writes it. */
export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** Black or white, whichever is easier to read on `background` (WCAG contrast). */
export function inkOn(background: Rgb): 'black' | 'white' {
  const luminance = relativeLuminance(background);
  return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? 'black' : 'white';
}

function relativeLuminance([red, green, blue]: Rgb): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
