import { AppError, type FailureCode } from '../vocabulary/failures';

/** The bytes from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** One field of a protobuf message. */
export interface WireField {
  number: number;
  /** Of a field that is a plain number; beyond 2⁵³ it is rounded. Null for every other field. */
  value: number | null;
  /** Where the content of a field with a length lies: text, numbers in a row, another message. */
  content: Span | null;
}

type OnnxFlaw = Extract<FailureCode, `onnx-${string}`>;

/** The bytes are not what they claim to be. */
export class Malformed extends AppError {
  override name = 'Malformed';

  constructor(flaw: OnnxFlaw) {
    super({ code: flaw });
  }
}

/** Read from the file at once; weights between two fields of interest are never touched. */
const WINDOW = 32 * 1024;
/** A tag and a number of at most ten bytes each. */
const LONGEST_HEAD = 20;
/** A graph of 20,000 operators has a fifth of this; more is a file made to be read for ever. */
const MOST_FIELDS = 1_000_000;
const LONGEST_TEXT = 4096;

/**
 * Reads protobuf messages out of a file piece by piece. Nothing in the file is believed: a length
 * that leaves its message, an unknown kind of field, or too many fields end in `Malformed`.
 */
export class WireReader {
  private window = new Uint8Array();
  private windowStart = 0;
  private fieldsLeft = MOST_FIELDS;

  constructor(private readonly file: Blob) {}

  get whole(): Span {
    return { start: 0, end: this.file.size };
  }

  /** The fields of the message at `span`, in the order they lie there. */
  async *fields(span: Span): AsyncGenerator<WireField, void> {
    for (let at = span.start; at < span.end; ) {
      if (--this.fieldsLeft < 0) throw new Malformed('onnx-too-many-parts');
      const head = this.held(at, LONGEST_HEAD) ?? (await this.fetch(at, LONGEST_HEAD));
      const tag = readNumber(head, 0);
      const number = Math.floor(tag.value / 8);
      let end = at + tag.end;
      const field: WireField = { number, value: null, content: null };
      switch (tag.value % 8) {
        case 0: {
          const { value, end: after } = readNumber(head, tag.end);
          field.value = value;
          end = at + after;
          break;
        }
        case 1:
          end += 8;
          break;
        case 2: {
          const length = readNumber(head, tag.end);
          const start = at + length.end;
          end = start + length.value;
          field.content = { start, end };
          break;
        }
        case 5:
          end += 4;
          break;
        default:
          throw new Malformed('onnx-unknown-part');
      }
      if (number === 0) throw new Malformed('onnx-unnumbered-part');
      if (end > span.end) throw new Malformed('onnx-part-too-long');
      yield field;
      at = end;
    }
  }

  async text({ start, end }: Span): Promise<string> {
    if (end - start > LONGEST_TEXT) throw new Malformed('onnx-name-too-long');
    return new TextDecoder().decode(await this.bytes({ start, end }));
  }

  private async bytes({ start, end }: Span): Promise<Uint8Array> {
    return this.held(start, end - start) ?? (await this.fetch(start, end - start));
  }

  /** Null where the window does not hold them. At the end of the file there may be fewer. */
  private held(start: number, length: number): Uint8Array | null {
    const from = start - this.windowStart;
    const to = Math.min(start + length, this.file.size) - this.windowStart;
    return from >= 0 && to <= this.window.length ? this.window.subarray(from, to) : null;
  }

  private async fetch(start: number, length: number): Promise<Uint8Array> {
    const part = this.file.slice(start, start + Math.max(WINDOW, length));
    this.window = new Uint8Array(await part.arrayBuffer());
    this.windowStart = start;
    return this.window.subarray(0, length);
  }
}

/** Seven bits a byte, the lowest first; a set eighth bit says that more follow. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  throw new Malformed('onnx-endless-number');
}
