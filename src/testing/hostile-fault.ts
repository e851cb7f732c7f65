import type { HostileFile } from './hostile-pictures';
import type { Verdict } from './sharp-verdict';

/** What became of a file. */
export interface Outcome {
  taken: boolean;
  /** Upright; null where it was not asked for. */
  size: { width: number; height: number } | null;
  /** What an encoder sees of it is what it sees of what the file was made from. */
  looksWhole: boolean;
}

/** Chromium reads none of these, whole or not. */
const UNREAD = ['TIFF'];

/** What is wrong with what became of a file, in the eyes of another reader; null for nothing. */
export function hostileFault(
  file: HostileFile,
  { taken, size, looksWhole }: Outcome,
  verdict: Verdict,
): string | null {
  const { from, harm } = file;
  if (!from) return taken && harm === 'no picture' ? 'taken, and is no picture' : null;
  if (harm.startsWith('cut')) {
    if (taken && !looksWhole && !mayBeWhole(file, verdict)) return 'taken, and is cut off';
    if (!taken && verdict.whole && verdict.same && !UNREAD.includes(from.format))
      return 'refused, and is whole';
  }
  const unharmed =
    harm === 'wrong name' || (harm === 'something behind it' && !isText(from.format));
  if (unharmed && !taken && !UNREAD.includes(from.format)) return 'refused, and is whole';
  // Of a GIF, libvips tells the first frame's size, and browsers that of all.
  if (taken && size && verdict.size && from.format !== 'GIF') {
    const sides = ({ width, height }: { width: number; height: number }) =>
      [width, height].toSorted((a, b) => a - b).join(' × ');
    if (sides(size) !== sides(verdict.size)) return `taken as ${sides(size)}`;
  }
  return null;
}

const isText = (format: string) => format === 'SVG';

function mayBeWhole({ from, bytes, harm }: HostileFile, { whole, same }: Verdict): boolean {
  if (whole !== null) return whole || same;
  // Cut between two shapes and closed, a drawing is a drawing.
  if (from?.format === 'SVG' && harm === 'cut, with an end') return true;
  // What a drawing's last mark takes, or the end of a run-length encoded bitmap.
  const spare = from?.format === 'SVG' ? 7 : from?.name === 'in runs' ? 4 : 0;
  return bytes.length >= (from?.bytes.length ?? 0) - spare;
}
