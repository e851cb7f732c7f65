/** Why no more came out of zlib data: the end, a missing end, an error in it, or there was enough. */
export type InflateEnd = 'end' | 'cut-off' | 'broken' | 'enough';

/** The order in which the lengths of codes of lengths are told (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;
const END_OF_BLOCK = 256;
const FIRST_COPY = 257;
const SYMBOLS = 286;
const DISTANCES = 30;

/** By the next bits of the data: symbol × 16 + length of its code, 0 where no code begins so. */
interface Codes {
  table: Uint16Array;
  longest: number;
}

/** The data ends here, or makes no sense from here on. */
class Stop extends Error {
  constructor(readonly why: InflateEnd) {
    super(why);
  }
}

/**
 * How many bytes come out of zlib data whose end may be missing (RFC 1950, 1951), without making
 * them: a decompressor gives a piece only when it is full, and throws the last away.
 * @param enough where to stop.
 */
export function inflatedLength(
  data: Uint8Array,
  enough: number,
): { length: number; why: InflateEnd } {
  const counter = new Counter(data, enough);
  try {
    counter.run();
    return { length: counter.length, why: 'end' };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { length: Math.min(counter.length, enough), why: error.why };
  }
}

class Counter {
  length = 0;
  private at = 2;
  private held = 0;
  private count = 0;

  constructor(
    private readonly data: Uint8Array,
    private readonly enough: number,
  ) {}

  run(): void {
    const [method = 0, flags = 0] = this.data;
    if (this.data.length < 2) throw new Stop('cut-off');
    if ((method & 15) !== 8 || (256 * method + flags) % 31 !== 0) throw new Stop('broken');
    for (let last = 0; last === 0; ) {
      last = this.bits(1);
      const kind = this.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.block(codes(FIXED_SYMBOLS), codes(FIXED_DISTANCES));
      else if (kind === 2) this.dynamic();
      else throw new Stop('broken');
    }
  }

  private stored(): void {
    this.count = 0;
    this.held = 0;
    const length = this.bits(16);
    if ((length ^ this.bits(16)) !== 0xffff) throw new Stop('broken');
    const there = Math.min(length, this.data.length - this.at);
    this.add(there);
    if (there < length) throw new Stop('cut-off');
    this.at += length;
  }

  private dynamic(): void {
    const symbols = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const told = this.bits(4) + 4;
    const lengthsOfLengths = new Uint8Array(19);
    for (const symbol of ORDER.slice(0, told)) lengthsOfLengths[symbol] = this.bits(3);
    const lengthCodes = codes(lengthsOfLengths);
    const lengths = new Uint8Array(symbols + distances);
    for (let at = 0; at < lengths.length; ) {
      const symbol = this.symbol(lengthCodes);
      if (symbol < 16) lengths[at++] = symbol;
      else {
        const before = symbol === 16 ? lengths[at - 1] : 0;
        const times = symbol === 18 ? 11 + this.bits(7) : 3 + this.bits(symbol === 16 ? 2 : 3);
        if (before === undefined || at + times > lengths.length) throw new Stop('broken');
        lengths.fill(before, at, at + times);
        at += times;
      }
    }
    this.block(codes(lengths.subarray(0, symbols)), codes(lengths.subarray(symbols)));
  }

  private block(symbols: Codes, distances: Codes): void {
    for (;;) {
      const symbol = this.symbol(symbols);
      if (symbol < END_OF_BLOCK) this.add(1);
      else if (symbol === END_OF_BLOCK) return;
      else {
        if (symbol >= SYMBOLS) throw new Stop('broken');
        const length = this.copied(symbol - FIRST_COPY);
        const distance = this.symbol(distances);
        if (distance >= DISTANCES) throw new Stop('broken');
        // How far back, which is all the same here.
        this.bits(distance < 4 ? 0 : (distance >> 1) - 1);
        this.add(length);
      }
    }
  }

  /** Bytes that a copy stands for (§3.2.5). */
  private copied(index: number): number {
    if (index < 8) return 3 + index;
    if (index === 28) return 258;
    const extra = (index >> 2) - 1;
    return 3 + ((4 + (index & 3)) << extra) + this.bits(extra);
  }

  private add(bytes: number): void {
    this.length += bytes;
    if (this.length >= this.enough) throw new Stop('enough');
  }

  private bits(count: number): number {
    this.fill(count);
    if (this.count < count) throw new Stop('cut-off');
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.count -= count;
    return value;
  }

  private symbol({ table, longest }: Codes): number {
    this.fill(longest);
    const found = table[this.held & ((1 << longest) - 1)] ?? 0;
    const length = found & 15;
    if (this.count < (length || longest)) throw new Stop('cut-off');
    if (length === 0) throw new Stop('broken');
    this.held >>>= length;
    this.count -= length;
    return found >> 4;
  }

  private fill(count: number): void {
    while (this.count < count && this.at < this.data.length) {
      this.held |= (this.data[this.at++] ?? 0) << this.count;
      this.count += 8;
    }
  }
}

/** @param lengths of each symbol's code, 0 for none (§3.2.2). */
function codes(lengths: Uint8Array): Codes {
  const longest = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << longest);
  let code = 0;
  for (let length = 1; length <= longest; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      // Codes stand in the data with their first bit lowest.
      for (let at = reversed(code, length); at < table.length; at += 1 << length) {
        table[at] = symbol * 16 + length;
      }
      code++;
    }
    code <<= 1;
  }
  return { table, longest };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** Codes that need not be told (§3.2.6). */
const FIXED_SYMBOLS = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const FIXED_DISTANCES = new Uint8Array(DISTANCES).fill(5);
