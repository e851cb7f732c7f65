/** Codes up to this length are looked up at once. */
const QUICK = 9;

/** A Huffman code of a JPEG, prepared for reading (ITU-T T.81, annex C and F.2.2.3). */
export interface HuffmanTable {
  /** By the next `QUICK` bits: length × 256 + symbol, or 0 where the code is longer. */
  quick: Uint16Array;
  /** Per length 1…16: the largest code, −1 for none, and what to add to a code for its symbol. */
  largest: Int32Array;
  offset: Int32Array;
  symbols: Uint8Array;
}

/**
 * @param counts how many codes have the lengths 1…16.
 * @param symbols in the order of their codes.
 */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const quick = new Uint16Array(1 << QUICK);
  const largest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0;
    offset[length] = next - code;
    for (let i = 0; i < count; i++, code++, next++) {
      if (length > QUICK) continue;
      const from = code << (QUICK - length);
      quick.fill(length * 256 + (symbols[next] ?? 0), from, from + (1 << (QUICK - length)));
    }
    if (count > 0) largest[length] = code - 1;
    code <<= 1;
  }
  return { quick, largest, offset, symbols };
}

/** The bits of one scan, up to the next marker. */
export class ScanBits {
  /** More was asked for than there is. */
  isShort = false;
  private held = 0;
  private count = 0;

  /** @param at where the next byte is read. */
  constructor(
    private readonly data: Uint8Array,
    private at: number,
  ) {}

  skip(length: number): void {
    this.read(length);
  }

  /** At most 16 bits; 0 beyond the end. */
  read(length: number): number {
    if (length === 0) return 0;
    if (this.count < length) this.fill();
    if (this.count < length) {
      this.isShort = true;
      this.count = 0;
      return 0;
    }
    this.count -= length;
    return (this.held >>> this.count) & ((1 << length) - 1);
  }

  /** The symbol of the next code: 0 beyond the end, −1 for none of the table's codes. */
  symbol({ quick, largest, offset, symbols }: HuffmanTable): number {
    if (this.count < 16) this.fill();
    // Beyond the end zeros follow, and count only when they are used.
    const ahead =
      this.count >= 16
        ? (this.held >>> (this.count - 16)) & 0xffff
        : (this.held << (16 - this.count)) & 0xffff;
    const found = quick[ahead >> (16 - QUICK)] ?? 0;
    if (found !== 0) return this.use(found >> 8) ? found & 255 : 0;
    for (let length = QUICK + 1; length <= 16; length++) {
      const code = ahead >> (16 - length);
      if (code > (largest[length] ?? -1)) continue;
      return this.use(length) ? (symbols[code + (offset[length] ?? 0)] ?? -1) : 0;
    }
    if (this.count >= 16) return -1;
    this.isShort = true;
    return 0;
  }

  /** Steps over a restart marker; false where there is none. */
  restart(): boolean {
    this.held = 0;
    this.count = 0;
    while (this.data[this.at] === 0xff && this.data[this.at + 1] === 0xff) this.at++;
    const marker = this.data[this.at + 1] ?? 0;
    if (this.data[this.at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false;
    this.at += 2;
    return true;
  }

  private use(length: number): boolean {
    if (this.count < length) {
      this.isShort = true;
      this.count = 0;
      return false;
    }
    this.count -= length;
    return true;
  }

  private fill(): void {
    const { data } = this;
    while (this.count <= 16 && this.at < data.length) {
      const byte = data[this.at] as number;
      if (byte === 0xff) {
        if (data[this.at + 1] !== 0) return;
        this.at++;
      }
      this.at++;
      this.held = ((this.held << 8) | byte) & 0xffffffff;
      this.count += 8;
    }
  }
}
