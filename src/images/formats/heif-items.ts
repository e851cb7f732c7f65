import type { Bytes } from './bytes';
import { boxesIn, type IsoBox } from './iso-boxes';

/** Items that describe the picture and are no part of it. */
const DESCRIPTIONS = ['Exif', 'mime', 'uri '];

/**
 * Where the last byte stands of the pictures in a file's list of items (ISO 14496-12 §8.11.3); null
 * where it lists none.
 */
export function lastByteNeeded(bytes: Bytes, meta: IsoBox): number | null {
  const inside = boxesIn(bytes, meta, 4);
  const places = inside.find(({ type }) => type === 'iloc');
  if (!places) return null;
  const types = itemTypes(
    bytes,
    inside.find(({ type }) => type === 'iinf'),
  );
  let last: number | null = null;
  for (const { id, end } of itemPlaces(bytes, places)) {
    if (!DESCRIPTIONS.includes(types.get(id) ?? '')) last = Math.max(last ?? 0, end);
  }
  return last;
}

function itemTypes(bytes: Bytes, list: IsoBox | undefined): Map<number, string> {
  const types = new Map<number, string>();
  if (!list) return types;
  const count = bytes.u8(list.start) === 0 ? 2 : 4;
  for (const { type, start } of boxesIn(bytes, list, 4 + count)) {
    const version = bytes.u8(start);
    if (type !== 'infe' || version < 2) continue;
    const long = version > 2;
    types.set(
      long ? bytes.u32(start + 4) : bytes.u16(start + 4),
      bytes.text(start + (long ? 10 : 8), 4),
    );
  }
  return types;
}

/** Of every item that lies in the file itself, where it ends. */
function* itemPlaces(bytes: Bytes, box: IsoBox): Generator<{ id: number; end: number }> {
  let at = box.start;
  const number = (size: number) => {
    at += size;
    switch (size) {
      case 0:
        return 0;
      case 2:
        return bytes.u16(at - 2);
      case 4:
        return bytes.u32(at - 4);
      default:
        return bytes.u64(at - 8);
    }
  };
  const version = bytes.u8(at);
  at += 4;
  const sizes = number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const idSize = version < 2 ? 2 : 4;
  const items = number(idSize);
  for (let item = 0; item < items && at < box.end; item++) {
    const id = number(idSize);
    // 0: in this file; 1: within the list itself; 2: within another item.
    const method = version > 0 ? number(2) & 15 : 0;
    const elsewhere = number(2) !== 0;
    const base = number(baseSize);
    const extents = number(2);
    for (let extent = 0; extent < extents && at < box.end; extent++) {
      number(indexSize);
      const end = base + number(offsetSize) + number(lengthSize);
      if (method === 0 && !elsewhere) yield { id, end };
    }
  }
}
