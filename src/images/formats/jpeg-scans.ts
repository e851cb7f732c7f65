import type { Bytes } from './bytes';
import { type HuffmanTable, huffmanTable, ScanBits } from './jpeg-huffman';
import { END_OF_IMAGE, jpegSegments } from './jpeg-segments';
import type { PictureState } from './state';

const NOT_YET = 255;

interface Component {
  id: number;
  /** Blocks of 8 × 8 per interleaved unit. */
  across: number;
  down: number;
  /** Blocks that its samples fill, as a scan of it alone has them. */
  width: number;
  height: number;
  /**
   * Which of the 64 coefficients of each block are not 0 so far: two words a block. Empty until a scan
   * needs it; by then the file has had bits for every block, however large it says that it is.
   */
  nonZero: Uint32Array;
  /** Per coefficient, the lowest bit that has come, or `NOT_YET`. */
  lowestBit: Uint8Array;
}

interface Frame {
  progressive: boolean;
  /** Interleaved units in the picture. */
  units: number;
  components: Component[];
}

/** One component's part of a scan. */
interface Part {
  component: Component;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
}

interface Scan {
  parts: Part[];
  /** The coefficients that it brings, in zigzag order, and the bits of them. */
  first: number;
  last: number;
  highBit: number;
  lowBit: number;
}

/** The code is not one of its table's. */
class BrokenCode extends Error {}

/**
 * Whether the whole picture of a JPEG is in the file, by following its Huffman codes without computing
 * a pixel (ITU-T T.81, annexes F and G). An end marker alone says nothing: recovery tools put one
 * behind half a picture, and some cameras leave it out behind a whole one.
 */
export function jpegState(bytes: Bytes): PictureState {
  try {
    return new Walk(bytes).state();
  } catch (error) {
    if (error instanceof BrokenCode || error instanceof RangeError) return 'unclear';
    throw error;
  }
}

class Walk {
  private readonly dc: HuffmanTable[] = [];
  private readonly ac: HuffmanTable[] = [];
  private frame: Frame | null = null;
  private restartInterval = 0;

  constructor(private readonly bytes: Bytes) {}

  state(): PictureState {
    for (const { marker, start, end } of jpegSegments(this.bytes)) {
      if (marker === END_OF_IMAGE) return this.coverage(true);
      if (end > this.bytes.length) break;
      if (marker === 0xc4) this.readTables(start, end);
      else if (marker === 0xdd) this.restartInterval = this.bytes.u16(start);
      else if (marker >= 0xc0 && marker <= 0xc2) this.readFrame(start, marker === 0xc2);
      // Lossless, hierarchical or arithmetic; a number of lines that comes later.
      else if ((marker > 0xc2 && marker <= 0xcf) || marker === 0xdc) return 'unclear';
      else if (marker === 0xda) {
        const scan = this.frame && this.readScan(start, this.frame);
        if (!this.frame || !scan) return 'unclear';
        if (!this.follow(scan, this.frame, new ScanBits(this.bytes.data, end))) return 'cut-off';
      }
    }
    return this.coverage(false);
  }

  /** Whether every component came, and where no end is marked, every bit of it. */
  private coverage(ended: boolean): PictureState {
    if (!this.frame) return 'cut-off';
    const bits = this.frame.components.map(({ lowestBit }) => lowestBit);
    if (bits.some(([dc]) => dc === NOT_YET)) return 'cut-off';
    const complete = bits.every((ofOne) => ofOne.every((bit) => bit === 0));
    return complete || ended ? 'whole' : 'cut-off';
  }

  private readTables(from: number, end: number): void {
    for (let at = from; at + 17 <= end; ) {
      const kind = this.bytes.u8(at);
      const counts = this.bytes.data.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const symbols = this.bytes.data.subarray(at + 17, at + 17 + total);
      const tables = kind >> 4 === 0 ? this.dc : this.ac;
      tables[kind & 15] = huffmanTable(counts, symbols);
      at += 17 + total;
    }
  }

  private readFrame(at: number, progressive: boolean): void {
    const height = this.bytes.u16(at + 1);
    const width = this.bytes.u16(at + 3);
    const count = this.bytes.u8(at + 5);
    if (height === 0 || width === 0 || count === 0) throw new BrokenCode();
    const read = Array.from({ length: count }, (_, index) => {
      const of = at + 6 + 3 * index;
      const sampling = this.bytes.u8(of + 1);
      return { id: this.bytes.u8(of), across: sampling >> 4, down: sampling & 15 };
    });
    const most = (side: 'across' | 'down') => Math.max(...read.map((one) => one[side]));
    const [across, down] = [most('across'), most('down')];
    if (read.some((one) => one.across === 0 || one.down === 0)) throw new BrokenCode();
    const components = read.map((one) => {
      const blocksAcross = Math.ceil(Math.ceil((width * one.across) / across) / 8);
      const blocksDown = Math.ceil(Math.ceil((height * one.down) / down) / 8);
      return {
        ...one,
        width: blocksAcross,
        height: blocksDown,
        nonZero: new Uint32Array(),
        lowestBit: new Uint8Array(64).fill(NOT_YET),
      };
    });
    const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
    this.frame = { progressive, units, components };
  }

  private readScan(at: number, frame: Frame): Scan | null {
    const count = this.bytes.u8(at);
    const parts: Part[] = [];
    for (let index = 0; index < count; index++) {
      const id = this.bytes.u8(at + 1 + 2 * index);
      const tables = this.bytes.u8(at + 2 + 2 * index);
      const component = frame.components.find((one) => one.id === id);
      if (!component) return null;
      parts.push({ component, dc: this.dc[tables >> 4], ac: this.ac[tables & 15] });
    }
    const after = at + 1 + 2 * count;
    const bits = this.bytes.u8(after + 2);
    const scan = frame.progressive
      ? {
          first: this.bytes.u8(after),
          last: Math.min(this.bytes.u8(after + 1), 63),
          highBit: bits >> 4,
          lowBit: bits & 15,
        }
      : { first: 0, last: 63, highBit: 0, lowBit: 0 };
    for (const { component } of parts) {
      const { lowestBit, width, height } = component;
      if (scan.first > 0) {
        // The first coefficients come before all others (G.1.1.1.1).
        if (lowestBit[0] === NOT_YET) return null;
        if (component.nonZero.length === 0) component.nonZero = new Uint32Array(2 * width * height);
      }
      lowestBit.fill(scan.lowBit, scan.first, scan.last + 1);
    }
    return { parts, ...scan };
  }

  /** Whether the scan has all of its blocks. */
  private follow(scan: Scan, frame: Frame, bits: ScanBits): boolean {
    const [only, ...more] = scan.parts;
    if (!only) return true;
    const alone = more.length === 0;
    const units = alone ? only.component.width * only.component.height : frame.units;
    const blocks = new Blocks(scan, frame.progressive, bits);
    for (let unit = 0; unit < units; unit++) {
      if (this.restartInterval > 0 && unit > 0 && unit % this.restartInterval === 0) {
        if (!bits.restart()) return false;
        blocks.restart();
      }
      if (alone) blocks.follow(only, unit);
      else {
        for (const part of scan.parts) {
          const { across, down } = part.component;
          for (let block = 0; block < across * down; block++) blocks.follow(part, 0);
        }
      }
      if (bits.isShort) return false;
    }
    return true;
  }
}

/** Follows the blocks of one scan. */
class Blocks {
  /** Blocks to come that bring nothing more (G.1.2.2). */
  private endOfBand = 0;

  constructor(
    private readonly scan: Scan,
    private readonly progressive: boolean,
    private readonly bits: ScanBits,
  ) {}

  restart(): void {
    this.endOfBand = 0;
  }

  /** @param index of the block in its component, where the scan has no other. */
  follow({ component, dc, ac }: Part, index: number): void {
    const { first, highBit } = this.scan;
    if (!this.progressive) {
      this.skipDc(dc);
      this.skipAc(ac, 1);
    } else if (first === 0) {
      if (highBit === 0) this.skipDc(dc);
      else this.bits.skip(1);
    } else if (highBit === 0) this.firstBits(component, known(ac), index);
    else this.nextBit(component, known(ac), index);
  }

  private skipDc(table: HuffmanTable | undefined): void {
    this.bits.skip(this.symbol(known(table)));
  }

  /** F.2.2.2 */
  private skipAc(table: HuffmanTable | undefined, from: number): void {
    const ac = known(table);
    for (let k = from; k <= 63; k++) {
      const symbol = this.symbol(ac);
      const size = symbol & 15;
      if (size === 0) {
        if (symbol >> 4 !== 15) return;
        k += 15;
      } else {
        k += symbol >> 4;
        this.bits.skip(size);
      }
      if (this.bits.isShort) return;
    }
  }

  /** G.1.2.2 */
  private firstBits({ nonZero }: Component, ac: HuffmanTable, index: number): void {
    if (this.endOfBand > 0) {
      this.endOfBand--;
      return;
    }
    const { first, last } = this.scan;
    for (let k = first; k <= last; k++) {
      const symbol = this.symbol(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0) {
        if (run !== 15) {
          this.endOfBand = (1 << run) - 1 + this.bits.read(run);
          return;
        }
        k += 15;
      } else {
        k += run;
        this.bits.skip(size);
        if (k <= 63) mark(nonZero, index, k);
      }
      if (this.bits.isShort) return;
    }
  }

  /** G.1.2.3: one more bit of each coefficient that is not 0, and those that only now are not. */
  private nextBit({ nonZero }: Component, ac: HuffmanTable, index: number): void {
    const { last } = this.scan;
    let k = this.scan.first;
    if (this.endOfBand === 0) {
      for (; k <= last; k++) {
        const symbol = this.symbol(ac);
        let run = symbol >> 4;
        const isNew = (symbol & 15) !== 0;
        if (isNew) this.bits.skip(1);
        else if (run !== 15) {
          this.endOfBand = (1 << run) + this.bits.read(run);
          break;
        }
        for (; k <= last; k++) {
          if (isMarked(nonZero, index, k)) this.bits.skip(1);
          else if (--run < 0) break;
        }
        if (isNew && k <= last) mark(nonZero, index, k);
        if (this.bits.isShort) return;
      }
    }
    if (this.endOfBand > 0) {
      for (; k <= last; k++) if (isMarked(nonZero, index, k)) this.bits.skip(1);
      this.endOfBand--;
    }
  }

  private symbol(table: HuffmanTable): number {
    const symbol = this.bits.symbol(table);
    if (symbol < 0) throw new BrokenCode();
    return symbol;
  }
}

function known(table: HuffmanTable | undefined): HuffmanTable {
  if (!table) throw new BrokenCode();
  return table;
}

function mark(nonZero: Uint32Array, block: number, k: number): void {
  const word = 2 * block + (k >> 5);
  nonZero[word] = (nonZero[word] ?? 0) | (1 << (k & 31));
}

function isMarked(nonZero: Uint32Array, block: number, k: number): boolean {
  return (((nonZero[2 * block + (k >> 5)] ?? 0) >>> (k & 31)) & 1) === 1;
}
