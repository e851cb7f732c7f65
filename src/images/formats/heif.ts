import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

interface Box {
  type: string;
  start: number;
  end: number;
}

const SEQUENCE_BRANDS = ['avis', 'msf1', 'hevc', 'hevx'];

/** AVIF and HEIC: boxes within boxes. @throws RangeError when the header itself is cut off. */
export function readHeif(bytes: Bytes): ImageFacts {
  const top = boxes(bytes, 0, bytes.length);
  const sizes = spatialExtents(bytes, top);
  // The picture is the largest of its tiles, thumbnails and masks.
  const size = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
  return {
    ...UNKNOWN_FACTS,
    size,
    animated: SEQUENCE_BRANDS.includes(bytes.text(8, 4)),
    cutOff: top.some((box) => box.end > bytes.length),
  };
}

function spatialExtents(bytes: Bytes, top: Box[]): { width: number; height: number }[] {
  const inside = (parents: Box[], type: string, header: number) =>
    parents.flatMap((parent) =>
      boxes(bytes, parent.start + header, Math.min(parent.end, bytes.length)).filter(
        (box) => box.type === type,
      ),
    );
  const meta = top.filter((box) => box.type === 'meta');
  const properties = inside(inside(meta, 'iprp', 4), 'ipco', 0);
  return inside(properties, 'ispe', 0)
    .filter((box) => box.end <= bytes.length)
    .map((box) => ({ width: bytes.u32(box.start + 4), height: bytes.u32(box.start + 8) }));
}

function boxes(bytes: Bytes, from: number, to: number): Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = bytes.u32(at);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? bytes.u64(at + 8) : short === 0 ? to - at : short;
    if (length < header) break;
    found.push({ type: bytes.text(at + 4, 4), start: at + header, end: at + length });
    at += length;
  }
  return found;
}
