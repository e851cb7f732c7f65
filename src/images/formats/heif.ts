import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';
import { lastByteNeeded } from './heif-items';
import { boxes, boxesIn, type IsoBox } from './iso-boxes';

const SEQUENCE_BRANDS = ['avis', 'msf1', 'hevc', 'hevx'];

/** Boxes of a file; what follows the last of these is no part of it. */
const TOP = ['ftyp', 'meta', 'mdat', 'moov', 'moof', 'free', 'skip', 'uuid'];

/** AVIF and HEIC: boxes within boxes. @throws RangeError when the header itself is cut off. */
export function readHeif(bytes: Bytes): ImageFacts {
  const top = boxes(bytes, 0, bytes.length);
  const meta = top.find((box) => box.type === 'meta');
  const sizes = meta ? spatialExtents(bytes, meta) : [];
  // The picture is the largest of its tiles, thumbnails and masks.
  const size = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
  return {
    ...UNKNOWN_FACTS,
    size,
    animated: SEQUENCE_BRANDS.includes(bytes.text(8, 4)),
    cutOff: (lastNeeded(bytes, top, meta) ?? Number.POSITIVE_INFINITY) > bytes.length,
  };
}

/** Where the last byte of the picture is; null where nothing says so and it can't be whole. */
function lastNeeded(bytes: Bytes, top: IsoBox[], meta: IsoBox | undefined): number | null {
  if (meta && meta.end > bytes.length) return null;
  const last = meta && lastByteNeeded(bytes, meta);
  if (last) return last;
  // A sequence alone.
  if (!top.some(({ type }) => type === 'mdat')) return null;
  return Math.max(...top.filter(({ type }) => TOP.includes(type)).map(({ end }) => end));
}

function spatialExtents(bytes: Bytes, meta: IsoBox): { width: number; height: number }[] {
  const properties = boxesIn(bytes, meta, 4).filter(({ type }) => type === 'iprp');
  return properties
    .flatMap((box) => boxesIn(bytes, box).filter(({ type }) => type === 'ipco'))
    .flatMap((box) => boxesIn(bytes, box).filter(({ type }) => type === 'ispe'))
    .filter((box) => box.end <= bytes.length)
    .map((box) => ({ width: bytes.u32(box.start + 4), height: bytes.u32(box.start + 8) }));
}
