import { onnxFrame } from '../../onnx/frame';
import { type Declared, type ExternalFile, type Outline, readOutline } from '../../onnx/outline';
import { Malformed } from '../../onnx/wire';
import { AppError, type Failure } from '../../vocabulary/failures';
import type { NamedShape, NumberType } from '../../vocabulary/models';
import type { ModelBlobs } from '../backbone';
import { ANY_ENCODER, CLIP_ENCODER } from './export-examples';
import type { ImportQuestion } from './question';

/** What is known of a model once its file, or its first run, has been looked at. */
export type Recognition<Facts> =
  | { kind: 'recognised'; facts: Facts }
  /** Only the person knows; asking again with the answer goes on from there. */
  | { kind: 'question'; question: ImportQuestion }
  /** It can't serve; the failure says why, and what would. */
  | { kind: 'unusable'; failure: Failure };

/** What a file says of itself. How many tokens there are and how wide they are shows a run. */
export interface GraphFacts {
  /** The file's name. */
  name: string;
  model: ModelBlobs;
  /** Name of the graph's input (B, 3, side, side). */
  input: string;
  /** In pixels; null where the graph takes any. */
  side: number | null;
  /** Images in one run; null where any number goes. */
  batch: number | null;
  /** The token output; several where the file tells no shapes and only a run can say which it is. */
  outputs: string[];
}

/** An ONNX file, and whatever was dropped beside it. */
export interface DroppedModel {
  name: string;
  graph: Blob;
  beside: readonly { name: string; blob: Blob }[];
}

/** `TensorProto.DataType` of what is taken: 32-bit floats, and 16-bit ones, which are converted. */
const FLOATS: readonly (number | null)[] = [1, 10];
const NUMBER_TYPES: Readonly<Record<number, NumberType>> = {
  2: 'uint8',
  3: 'int8',
  6: 'int32',
  7: 'int64',
  11: 'float64',
  16: 'bfloat16',
};

const USUAL_OUTPUT = 'last_hidden_state';
/** Fewer can be no grid of patches worth looking at. */
const FEWEST_TOKENS = 4;
const SIDES = { least: 16, most: 1536 };
const MOST_IMAGES = 32;
/** More than a browser holds in one piece. */
const MOST_BYTES = 2e9;

/**
 * Works out from a model's file, without running it, how to feed it and where its tokens come out.
 * @param answers to questions asked before.
 */
export async function recognise(
  dropped: DroppedModel,
  answers: { output?: string } = {},
): Promise<Recognition<GraphFacts>> {
  const { name, graph } = dropped;
  const broken = brokenFile(name, await onnxFrame(graph));
  if (broken) return unusable(broken);
  try {
    const outline = await readOutline(graph);
    const input = readInput(name, outline.inputs);
    const outputs = readOutputs(name, outline, answers.output);
    if ('about' in outputs) return { kind: 'question', question: outputs };
    const model = { graph, data: findData(dropped, outline.external) };
    checkSize(name, model);
    return { kind: 'recognised', facts: { name, model, ...input, outputs: outputs.names } };
  } catch (error) {
    if (error instanceof Malformed) {
      return unusable({ code: 'model-file-damaged', file: name, failure: error.failure });
    }
    if (error instanceof AppError) return unusable(error.failure);
    throw error;
  }
}

function unusable(failure: Failure): Recognition<never> {
  return { kind: 'unusable', failure };
}

function brokenFile(file: string, frame: Awaited<ReturnType<typeof onnxFrame>>): Failure | null {
  switch (frame) {
    case 'whole':
      return null;
    case 'empty':
      return { code: 'model-file-empty', file };
    case 'cut-short':
      return { code: 'model-file-cut-short', file };
    case 'web-page':
      return { code: 'model-file-web-page', file };
    case 'not-onnx':
      return { code: 'model-file-not-onnx', file, example: ANY_ENCODER };
  }
}

function readInput(
  file: string,
  inputs: readonly Declared[],
): Pick<GraphFacts, 'input' | 'side' | 'batch'> {
  const images = inputs.filter(({ dims }) => dims === null || dims.length === 4);
  const image =
    images.length === 1 ? images[0] : images.find(({ name }) => /pixel|image/.test(name));
  const others = inputs.filter((other) => other !== image).map((other) => other.name);
  const example = ANY_ENCODER;
  if (!image) {
    const code = 'model-without-image-input';
    throw new AppError({ code, file, inputs: inputs.map(shapeOf), example });
  }
  if (others.length > 0) {
    throw new AppError({ code: 'model-with-more-inputs', file, inputs: others, example });
  }
  if (!FLOATS.includes(image.type)) {
    const type = NUMBER_TYPES[image.type ?? 0] ?? null;
    throw new AppError({ code: 'model-input-not-float', file, type, example });
  }
  const [batch = '', channels = '', height = '', width = ''] = image.dims ?? [];
  if (channels !== 3 && width === 3) {
    throw new AppError({ code: 'model-channels-last', file, dims: image.dims ?? [], example });
  }
  if (typeof channels === 'number' && channels !== 3) {
    throw new AppError({ code: 'model-channel-count', file, channels, example });
  }
  return {
    input: image.name,
    side: readSide(file, height, width),
    batch: readBatch(file, batch),
  };
}

function readSide(file: string, height: number | string, width: number | string): number | null {
  const [side, other = side] = [height, width].filter((pixels) => typeof pixels === 'number');
  if (side === undefined || other === undefined) return null;
  const example = ANY_ENCODER;
  if (side !== other) {
    throw new AppError({
      code: 'model-input-not-square',
      file,
      height: side,
      width: other,
      example,
    });
  }
  if (side < SIDES.least || side > SIDES.most) {
    throw new AppError({ code: 'model-input-side', file, side, ...SIDES, example });
  }
  return side;
}

function readBatch(file: string, batch: number | string): number | null {
  if (typeof batch === 'string') return null;
  if (batch <= MOST_IMAGES) return batch;
  throw new AppError({
    code: 'model-batch-too-large',
    file,
    images: batch,
    most: MOST_IMAGES,
    example: ANY_ENCODER,
  });
}

function readOutputs(
  file: string,
  { outputs }: Outline,
  answer: string | undefined,
): { names: string[] } | Extract<ImportQuestion, { about: 'output' }> {
  const floats = outputs.filter(({ type }) => FLOATS.includes(type));
  const untold = floats.filter(({ dims }) => dims === null);
  const tokens = floats.filter(({ dims }) => dims !== null && isTokens(dims));
  const chosen =
    [...tokens, ...untold].find((output) => output.name === (answer ?? USUAL_OUTPUT)) ??
    (tokens.length === 1 ? tokens[0] : undefined);
  if (chosen) return { names: [chosen.name] };
  if (tokens.length > 1) {
    const candidates = tokens.map(({ name, dims }) => ({ name, dims: dims ?? [] }));
    return { about: 'output', candidates };
  }
  if (untold.length > 0) return { names: untold.map((output) => output.name) };
  throw new AppError(noTokens(file, outputs));
}

function isTokens(dims: readonly (number | string)[]): boolean {
  const [, tokens = 0] = dims;
  return dims.length === 3 && !(typeof tokens === 'number' && tokens < FEWEST_TOKENS);
}

/** What the outputs hold in the place of tokens. */
function noTokens(file: string, outputs: readonly Declared[]): Failure {
  const given = outputs.map(shapeOf);
  return outputs.some(({ dims }) => dims?.length === 4)
    ? { code: 'model-gives-maps', file, outputs: given, example: ANY_ENCODER }
    : { code: 'model-gives-one-vector', file, outputs: given, example: CLIP_ENCODER };
}

/** The files that the graph keeps weights in, among those dropped beside it. */
function findData(
  { name, beside }: DroppedModel,
  external: readonly ExternalFile[],
): ModelBlobs['data'] {
  const found = external.map(({ location, bytes }) => {
    const fileName = location.split(/[/\\]/).at(-1) ?? location;
    const blob = beside.find((file) => file.name === fileName)?.blob;
    return { location, fileName, bytes, blob };
  });
  const missing = found.filter(({ blob }) => !blob).map(({ fileName }) => fileName);
  if (missing.length > 0) throw new AppError({ code: 'weights-missing', file: name, missing });
  return found.flatMap(({ location, fileName, bytes, blob }) => {
    if (!blob) return [];
    if (blob.size < bytes) {
      throw new AppError({
        code: 'weights-cut-short',
        file: name,
        weights: fileName,
        found: blob.size,
        expected: bytes,
      });
    }
    return [{ location, blob }];
  });
}

function checkSize(file: string, { graph, data }: ModelBlobs): void {
  const bytes = data.reduce((sum, { blob }) => sum + blob.size, graph.size);
  if (bytes > MOST_BYTES) throw new AppError({ code: 'model-larger-than-browser', file, bytes });
}

function shapeOf({ name, dims }: Declared): NamedShape {
  return { name, dims };
}
