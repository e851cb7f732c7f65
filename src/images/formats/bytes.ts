/**
 * Reads numbers out of a file. Reading past the end throws `RangeError`, which is how the format
 * readers notice that a file is cut off.
 */
export class Bytes {
  private readonly view: DataView;

  constructor(readonly data: Uint8Array) {
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  get length(): number {
    return this.data.length;
  }

  u8(at: number): number {
    return this.view.getUint8(at);
  }

  u16(at: number, littleEndian = false): number {
    return this.view.getUint16(at, littleEndian);
  }

  u24le(at: number): number {
    return this.u16(at, true) + this.u8(at + 2) * 0x10000;
  }

  u32(at: number, littleEndian = false): number {
    return this.view.getUint32(at, littleEndian);
  }

  i32le(at: number): number {
    return this.view.getInt32(at, true);
  }

  u64(at: number): number {
    return Number(this.view.getBigUint64(at));
  }

  /** `length` bytes as characters; shorter at the end of the file. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.data.subarray(at, at + length));
  }

  /** Whether the bytes from `at` on are these characters. */
  has(at: number, text: string): boolean {
    return this.text(at, text.length) === text;
  }
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
