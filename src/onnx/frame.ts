/** What a file's outermost structure says of it, whatever its name is. */
export type OnnxFrame = 'whole' | 'empty' | 'cut-short' | 'web-page' | 'not-onnx';

/**
 * Walks over the outermost fields of an ONNX file, reading a few bytes of each and skipping the
 * rest. Its weights lie inside one field that says how long it is, so a file cut anywhere shows it,
 * whether or not anyone knows how long the file should be.
 */
export async function onnxFrame(file: Blob): Promise<OnnxFrame> {
  if (file.size === 0) return 'empty';
  if (await startsLikeAPage(file)) return 'web-page';
  let hasGraph = false;
  let hasOperators = false;
  let fieldsLeft = MOST_FIELDS;
  for (let offset = 0; offset < file.size; ) {
    if (--fieldsLeft < 0) return 'not-onnx';
    const head = new Uint8Array(await file.slice(offset, offset + LONGEST_HEAD).arrayBuffer());
    const field = readField(head);
    if (!field) {
      // The head of a field that was cut is shorter than one that makes no sense.
      return hasGraph && head.length < LONGEST_HEAD ? 'cut-short' : 'not-onnx';
    }
    hasGraph ||= field.number === GRAPH;
    hasOperators ||= field.number === OPERATOR_SETS;
    offset += field.length;
    if (offset > file.size) return 'cut-short';
  }
  if (!hasGraph) return 'not-onnx';
  // Every model names its operator sets, as a rule after the graph: without them the end is missing.
  return hasOperators ? 'whole' : 'cut-short';
}

/** A model has a dozen, and a few hundred functions; more is a file made to be read for ever. */
const MOST_FIELDS = 10_000;
/** Two numbers of at most ten bytes each. */
const LONGEST_HEAD = 20;

/** Of ModelProto: number to wire type. */
const FIELDS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 0],
  [6, 2],
  [7, 2],
  [8, 2],
  [14, 2],
  [20, 2],
  [25, 2],
  [26, 2],
]);
const GRAPH = 7;
const OPERATOR_SETS = 8;

/** A field's number, and its length with its head; null when it is none of a model's. */
function readField(head: Uint8Array): { number: number; length: number } | null {
  const tag = readNumber(head, 0);
  if (!tag) return null;
  const number = Math.floor(tag.value / 8);
  if (FIELDS.get(number) !== tag.value % 8) return null;
  const second = readNumber(head, tag.end);
  if (!second) return null;
  const carried = tag.value % 8 === 2 ? second.value : 0;
  return { number, length: second.end + carried };
}

/** Seven bits a byte, the lowest first; a set eighth bit says that more follow. */
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } | null {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return null;
}

const PAGE_START = /^(\uFEFF)?\s*<(!doctype|html|head|body|\?xml|!--)/i;

/** Whether a file begins as HTML does. */
export async function startsLikeAPage(file: Blob): Promise<boolean> {
  return PAGE_START.test(await file.slice(0, 200).text());
}
