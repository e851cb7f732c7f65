import { Malformed, type Span, WireReader } from './wire';

/** What an ONNX file says of itself, without its weights. */
export interface Outline {
  /** What has to be fed: inputs that the file has no value for. */
  inputs: Declared[];
  outputs: Declared[];
  /** Weights that the graph keeps in other files, by what it calls them. */
  external: ExternalFile[];
  /** Every operator in use, once, "domain:name" outside ONNX's own domain. */
  operators: Set<string>;
}

export interface Declared {
  name: string;
  /** `TensorProto.DataType`; null where it is no tensor. */
  type: number | null;
  /** A number where the file fixes it, a name (which may be '') where not; null where it says nothing. */
  dims: (number | string)[] | null;
}

export interface ExternalFile {
  location: string;
  /** The graph reads up to here. */
  bytes: number;
}

/** Numbers of the fields in use, of onnx.proto. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 };
const NODE = { operator: 4, domain: 7 };
const TENSOR = { name: 8, external: 13, location: 14 };
const PAIR = { key: 1, value: 2 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR_TYPE = { element: 1, shape: 2 };
const SHAPE = { dimension: 1 };
const DIMENSION = { value: 1, name: 2 };

const IN_ANOTHER_FILE = 1;
/** No image model has more; the rest is not read. */
const MOST_DIMENSIONS = 16;

/**
 * Reads the outline of an ONNX file. Of hundreds of megabytes it touches what lies between the
 * weights, and it never goes down into nested graphs or types, however deep they are.
 * @throws `Malformed` when the bytes make no sense.
 */
export async function readOutline(file: Blob): Promise<Outline> {
  const reader = new WireReader(file);
  const outline: Outline = { inputs: [], outputs: [], external: [], operators: new Set() };
  const constants = new Set<string>();
  let hasGraph = false;
  for await (const { number, content } of reader.fields(reader.whole)) {
    if (number !== MODEL.graph || !content) continue;
    hasGraph = true;
    for await (const field of reader.fields(content)) {
      if (!field.content) continue;
      switch (field.number) {
        case GRAPH.node:
          outline.operators.add(await readOperator(reader, field.content));
          break;
        case GRAPH.initializer: {
          const { name, external } = await readTensor(reader, field.content);
          constants.add(name);
          if (external) addExternal(outline.external, external);
          break;
        }
        case GRAPH.input:
          outline.inputs.push(await readDeclared(reader, field.content));
          break;
        case GRAPH.output:
          outline.outputs.push(await readDeclared(reader, field.content));
          break;
      }
    }
  }
  if (!hasGraph) throw new Malformed('onnx-no-graph');
  // Old exporters list weights among the inputs.
  outline.inputs = outline.inputs.filter(({ name }) => !constants.has(name));
  return outline;
}

async function readOperator(reader: WireReader, span: Span): Promise<string> {
  let name = '';
  let domain = '';
  for await (const { number, content } of reader.fields(span)) {
    if (number === NODE.operator && content) name = await reader.text(content);
    if (number === NODE.domain && content) domain = await reader.text(content);
  }
  return domain === '' || domain === 'ai.onnx' ? name : `${domain}:${name}`;
}

async function readTensor(
  reader: WireReader,
  span: Span,
): Promise<{ name: string; external: ExternalFile | null }> {
  let name = '';
  let outside = false;
  const pairs = new Map<string, string>();
  for await (const { number, value, content } of reader.fields(span)) {
    if (number === TENSOR.name && content) name = await reader.text(content);
    if (number === TENSOR.location) outside = value === IN_ANOTHER_FILE;
    if (number === TENSOR.external && content) {
      const [key, text] = await readPair(reader, content);
      pairs.set(key, text);
    }
  }
  if (!outside) return { name, external: null };
  const location = pairs.get('location');
  if (!location) throw new Malformed('onnx-weights-unnamed');
  const bytes = Number(pairs.get('offset') ?? 0) + Number(pairs.get('length') ?? 0);
  return { name, external: { location, bytes: Number.isFinite(bytes) ? bytes : 0 } };
}

async function readPair(reader: WireReader, span: Span): Promise<[string, string]> {
  const pair: [string, string] = ['', ''];
  for await (const { number, content } of reader.fields(span)) {
    if (number === PAIR.key && content) pair[0] = await reader.text(content);
    if (number === PAIR.value && content) pair[1] = await reader.text(content);
  }
  return pair;
}

function addExternal(files: ExternalFile[], file: ExternalFile): void {
  const known = files.find(({ location }) => location === file.location);
  if (known) known.bytes = Math.max(known.bytes, file.bytes);
  else files.push(file);
}

async function readDeclared(reader: WireReader, span: Span): Promise<Declared> {
  const declared: Declared = { name: '', type: null, dims: null };
  for await (const { number, content } of reader.fields(span)) {
    if (number === VALUE.name && content) declared.name = await reader.text(content);
    if (number !== VALUE.type || !content) continue;
    for await (const kind of reader.fields(content)) {
      if (kind.number !== TYPE.tensor || !kind.content) continue;
      for await (const part of reader.fields(kind.content)) {
        if (part.number === TENSOR_TYPE.element) declared.type = part.value;
        if (part.number === TENSOR_TYPE.shape && part.content) {
          declared.dims = await readDims(reader, part.content);
        }
      }
    }
  }
  return declared;
}

async function readDims(reader: WireReader, span: Span): Promise<(number | string)[]> {
  const dims: (number | string)[] = [];
  for await (const { number, content } of reader.fields(span)) {
    if (number !== SHAPE.dimension || !content || dims.length === MOST_DIMENSIONS) continue;
    let dim: number | string = '';
    for await (const part of reader.fields(content)) {
      if (part.number === DIMENSION.value && isSize(part.value)) dim = part.value;
      if (part.number === DIMENSION.name && part.content) dim = await reader.text(part.content);
    }
    dims.push(dim);
  }
  return dims;
}

/** Exporters write 0 or −1, which reads as 2⁶⁴ − 1, where any number goes. */
function isSize(value: number | null): value is number {
  return value !== null && value > 0 && value < 2 ** 63;
}
