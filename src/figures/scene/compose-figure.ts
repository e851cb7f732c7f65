import { type Box, type Figure, HAIRLINE, INK, INK_SOFT, type Mark } from './figure';
import { type MeasureText, setText } from './set-text';

/** What the colours of a figure mean. */
export type Legend =
  | { kind: 'chips'; title: string; chips: readonly LegendChip[] }
  | {
      kind: 'scale';
      /** From left to right, with their shares of the width. */
      stops: readonly (readonly [share: number, colour: string])[];
      /** At the left end, in the middle and at the right end. */
      labels: readonly [string, string, string];
    }
  | { kind: 'lines'; lines: readonly { label: string; stroke: string; dash?: string }[] };

export interface LegendChip {
  /** Inside the chip. */
  text: string;
  fill: string;
  ink: string;
  /** Beside it; may be empty. */
  label: string;
}

export interface FigureParts<Art> {
  /** In bold at the beginning of the caption. */
  title: string;
  /** Sentences after it. */
  caption: readonly string[];
  width: number;
  height: number;
  /** What is shown, in a box of that size. */
  marks: readonly Mark<Art>[];
  legends?: readonly Legend[];
}

/** White space around everything. */
export const MARGIN = 16;
/** Narrower columns of text are hard to read. */
const LEAST_WIDTH = 380;
/** Longer lines too. */
const LONGEST_LINE = 760;
const CAPTION = { size: 11.5, leading: 16.5 };

/**
 * Lays out a figure as a paper has it: what is shown, below it what the colours mean, below that the
 * caption.
 */
export function composeFigure<Art>(parts: FigureParts<Art>, measure: MeasureText): Figure<Art> {
  const inner = Math.max(LEAST_WIDTH, parts.width);
  const marks: Mark<Art>[] = [];
  const left = MARGIN + Math.round((inner - parts.width) / 2);
  for (const mark of parts.marks) marks.push(moved(mark, left, MARGIN));
  let y = MARGIN + parts.height;

  for (const legend of parts.legends ?? []) {
    const set = setLegend<Art>(legend, inner, measure);
    marks.push(...set.marks.map((mark) => moved(mark, MARGIN, y + 12)));
    y += 12 + set.height;
  }

  const caption = setText(
    [
      { text: unbroken(ended(parts.title)), weight: 650, fill: INK },
      ...parts.caption.map((text) => ({
        text: unbroken(ended(text)),
        weight: 400,
        fill: INK_SOFT,
      })),
    ],
    {
      x: MARGIN,
      y: y + 14 + CAPTION.size,
      width: Math.min(inner, LONGEST_LINE),
      ...CAPTION,
    },
    measure,
  );
  marks.push(...caption.marks);
  y += 14 + caption.lines * CAPTION.leading;
  return {
    width: Math.ceil(inner + 2 * MARGIN),
    height: Math.ceil(y + MARGIN - 4),
    title: parts.title,
    description: [parts.title, ...parts.caption].map(ended).join(' '),
    marks,
  };
}

/** The same mark elsewhere. */
export function moved<Art>(mark: Mark<Art>, right: number, down: number): Mark<Art> {
  if (mark.kind !== 'line') return { ...mark, x: mark.x + right, y: mark.y + down };
  const shift = ([x, y]: readonly [number, number]) => [x + right, y + down] as const;
  return { ...mark, from: shift(mark.from), to: shift(mark.to) };
}

/** Side of a query's chip, as large as its number needs. */
export const CHIP = 16;

/** The number of a query on its colour; `x` and `y` are the upper left corner. */
export function chipMarks<Art>(
  { text, fill, ink }: Pick<LegendChip, 'text' | 'fill' | 'ink'>,
  { x, y }: Pick<Box, 'x' | 'y'>,
  measure: MeasureText,
): { marks: Mark<Art>[]; width: number } {
  const size = 10;
  const width = Math.max(CHIP, Math.ceil(measure(text, size, 600)) + 8);
  return {
    width,
    marks: [
      // White is one of the colours: without an edge it would vanish on paper.
      { kind: 'rect', x, y, width, height: CHIP, fill, stroke: 'rgba(0, 0, 0, 0.35)', radius: 4 },
      {
        kind: 'text',
        text,
        x: x + width / 2,
        y: y + CHIP / 2 + size * 0.36,
        align: 'middle',
        size,
        weight: 600,
        fill: ink,
      },
    ],
  };
}

const LABEL = { size: 11, weight: 450, fill: INK_SOFT } as const;

function setLegend<Art>(legend: Legend, width: number, measure: MeasureText) {
  if (legend.kind === 'chips') return setChips<Art>(legend, width, measure);
  if (legend.kind === 'scale') return setScale<Art>(legend, width);
  return setLines<Art>(legend, width, measure);
}

function setChips<Art>(
  { title, chips }: Extract<Legend, { kind: 'chips' }>,
  width: number,
  measure: MeasureText,
): { marks: Mark<Art>[]; height: number } {
  const marks: Mark<Art>[] = [];
  const row = CHIP + 6;
  const baseline = CHIP / 2 + LABEL.size * 0.36;
  let x = 0;
  let y = 0;
  if (title !== '') {
    marks.push({ kind: 'text', text: title, x, y: y + baseline, align: 'start', ...LABEL });
    x += measure(title, LABEL.size, LABEL.weight) + 8;
  }
  const indent = x;
  for (const entry of chips) {
    const chip = chipMarks<Art>(entry, { x: 0, y: 0 }, measure);
    const label = entry.label === '' ? 0 : 5 + measure(entry.label, LABEL.size, LABEL.weight);
    if (x > indent && x + chip.width + label > width) {
      x = indent;
      y += row;
    }
    marks.push(...chip.marks.map((mark) => moved(mark, x, y)));
    x += chip.width;
    if (label > 0) {
      const at = { x: x + 5, y: y + baseline };
      marks.push({ kind: 'text', text: entry.label, ...at, align: 'start', ...LABEL });
      x += label + 6;
    }
    x += 6;
  }
  return { marks, height: y + CHIP };
}

function setScale<Art>(
  { stops, labels }: Extract<Legend, { kind: 'scale' }>,
  width: number,
): { marks: Mark<Art>[]; height: number } {
  const long = Math.min(width, 320);
  const x = Math.round((width - long) / 2);
  const bar = 8;
  const aligns = ['start', 'middle', 'end'] as const;
  return {
    height: bar + 16,
    marks: [
      { kind: 'ramp', x, y: 0, width: long, height: bar, stops },
      {
        kind: 'line',
        from: [x + long / 2, 0],
        to: [x + long / 2, bar + 3],
        stroke: INK_SOFT,
        strokeWidth: 1,
      },
      ...labels.map(
        (text, index): Mark<Art> => ({
          kind: 'text',
          text,
          x: x + (index / 2) * long,
          y: bar + 14,
          align: aligns[index] ?? 'start',
          ...LABEL,
        }),
      ),
    ],
  };
}

function setLines<Art>(
  { lines }: Extract<Legend, { kind: 'lines' }>,
  width: number,
  measure: MeasureText,
): { marks: Mark<Art>[]; height: number } {
  const marks: Mark<Art>[] = [];
  const row = 18;
  let x = 0;
  let y = 0;
  for (const { label, stroke, dash } of lines) {
    const wide = 18 + 6 + measure(label, LABEL.size, LABEL.weight);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += row;
    }
    marks.push(
      {
        kind: 'line',
        from: [x, y + 7],
        to: [x + 18, y + 7],
        stroke,
        strokeWidth: 2,
        ...(dash === undefined ? {} : { dash }),
      },
      { kind: 'text', text: label, x: x + 24, y: y + 11, align: 'start', ...LABEL },
    );
    x += wide + 16;
  }
  return { marks, height: y + 14 };
}

/** A hairline around a box, drawn inside it. */
export function outline<Art>({ x, y, width, height }: Box): Mark<Art> {
  return {
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    fill: 'none',
    stroke: HAIRLINE,
  };
}

function ended(sentence: string): string {
  return /[.?!…。？！]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Numbers stay on the line of what they count. */
function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (?=[\p{L}%])/gu, '$1\u00a0');
}
