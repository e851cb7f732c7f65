import { constants, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflatedLength } from './inflated-length';

const MUCH = Number.MAX_SAFE_INTEGER;

/** Bytes of a few kinds, so that there are copies of all lengths among them. */
function sample(length: number, kinds: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0, seed = 5; i < length; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = (i >> 9) % 3 === 0 ? 7 : (seed >>> 16) % kinds;
  }
  return bytes;
}

test.each([
  ['stored', 40_000, 256, { level: 0 }],
  ['quick', 90_000, 40, { level: 1 }],
  ['best', 90_000, 3, { level: 9 }],
  ['with fixed codes', 30_000, 20, { strategy: constants.Z_FIXED }],
  ['without copies', 30_000, 200, { strategy: constants.Z_HUFFMAN_ONLY }],
  ['in runs', 30_000, 4, { strategy: constants.Z_RLE }],
  ['nothing', 0, 1, {}],
  ['one byte', 1, 1, {}],
])('%s', (_, length, kinds, options) => {
  const data = deflateSync(sample(length, kinds), options);
  expect(inflatedLength(data, MUCH)).toEqual({ length, why: 'end' });
  const some = Math.floor(length / 2);
  if (some > 0) expect(inflatedLength(data, some)).toEqual({ length: some, why: 'enough' });
  // The sum at the end is not needed, and of what is before it every byte.
  expect(inflatedLength(data.subarray(0, -4), MUCH)).toEqual({ length, why: 'end' });
  for (let kept = 0; kept < data.length - 4; kept += Math.ceil(data.length / 50)) {
    expect(inflatedLength(data.subarray(0, kept), MUCH).why).toBe('cut-off');
  }
});

test('what was changed ends somehow', () => {
  const data = deflateSync(sample(3000, 30));
  expect(inflatedLength(Buffer.from('no such data'), MUCH).why).toBe('broken');
  let seed = 3;
  for (let trial = 0; trial < 500; trial++) {
    const changed = Buffer.from(data);
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    changed[2 + (seed % (data.length - 2))] = (seed >>> 8) & 255;
    expect(['end', 'cut-off', 'broken']).toContain(inflatedLength(changed, MUCH).why);
  }
});
