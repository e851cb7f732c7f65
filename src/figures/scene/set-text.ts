import type { TextMark } from './figure';

/** The width of a text in pixels. */
export type MeasureText = (text: string, size: number, weight: number) => number;

export interface Run {
  text: string;
  weight: number;
  fill: string;
}

interface Placed extends Run {
  x: number;
}

/**
 * Breaks runs of text, which may differ in weight and ink, into lines of at most `width` pixels. A
 * word that is wider than that is broken where it must be.
 * @returns marks with the first line's baseline at `y`, and how many lines there are.
 */
export function setText(
  runs: readonly Run[],
  place: { x: number; y: number; width: number; size: number; leading: number },
  measure: MeasureText,
): { marks: TextMark[]; lines: number } {
  const { x, y, width, size, leading } = place;
  const lines: Placed[][] = [[]];
  let end = 0;
  for (const run of runs) {
    const space = measure(' ', size, run.weight);
    for (const word of run.text.split(/[ \n]+/).filter((part) => part !== '')) {
      for (const piece of broken(word, width, (text) => measure(text, size, run.weight))) {
        const wide = measure(piece, size, run.weight);
        const line = lines.at(-1) ?? [];
        const from = line.length === 0 ? 0 : end + space;
        if (line.length > 0 && from + wide > width) {
          lines.push([{ ...run, text: piece, x: 0 }]);
          end = wide;
          continue;
        }
        const before = line.at(-1);
        // Words of one run stay one text, so that they can be selected and searched as such.
        if (before && before.weight === run.weight && before.fill === run.fill) {
          before.text += ` ${piece}`;
          end = before.x + measure(before.text, size, run.weight);
        } else {
          line.push({ ...run, text: piece, x: from });
          end = from + wide;
        }
      }
    }
  }
  const marks = lines.flatMap((line, index) =>
    line.map(
      (run): TextMark => ({
        kind: 'text',
        text: run.text,
        x: x + run.x,
        y: y + index * leading,
        align: 'start',
        size,
        weight: run.weight,
        fill: run.fill,
      }),
    ),
  );
  return { marks, lines: lines.length };
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function shortened(text: string, width: number, measured: (text: string) => number): string {
  if (measured(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measured(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function broken(word: string, width: number, measured: (text: string) => number): string[] {
  const pieces: string[] = [];
  let rest = [...word];
  while (rest.length > 1 && measured(rest.join('')) > width) {
    let fits = rest.length - 1;
    while (fits > 1 && measured(rest.slice(0, fits).join('')) > width) fits -= 1;
    pieces.push(rest.slice(0, fits).join(''));
    rest = rest.slice(fits);
  }
  return [...pieces, rest.join('')];
}
