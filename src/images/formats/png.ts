import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

/** @throws RangeError when the header itself is cut off. */
export function readPng(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = {
    ...UNKNOWN_FACTS,
    size: { width: bytes.u32(16), height: bytes.u32(20) },
    depth: bytes.u8(24),
    cutOff: true,
  };
  let at = 8;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.u32(at);
    if (next > bytes.length) break;
    if (bytes.has(at + 4, 'acTL')) facts.animated = true;
    if (bytes.has(at + 4, 'IEND')) facts.cutOff = false;
    at = next;
  }
  return facts;
}
