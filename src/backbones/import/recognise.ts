import { reasonText } from '../../messages/reason-text'; // TODO integrator
import { onnxFrame } from '../../onnx/frame';
import { type Declared, type ExternalFile, type Outline, readOutline } from '../../onnx/outline';
import { Malformed } from '../../onnx/wire';
import type { ModelBlobs } from '../backbone';
import { CLIP_EXPORT, exportCommand } from './export-command';
import type { ImportQuestion } from './question';

/** What is known of a model once its file, or its first run, has been looked at. */
export type Recognition<Facts> =
  | { kind: 'recognised'; facts: Facts }
  /** Only the person knows; asking again with the answer goes on from there. */
  | { kind: 'question'; question: ImportQuestion }
  /** It can't serve; the sentence says why, and what would. */
  | { kind: 'unusable'; sentence: string };

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
const TYPE_NAMES: Readonly<Record<number, string>> = {
  2: '8-bit numbers (uint8)',
  3: '8-bit numbers (int8)',
  6: 'whole numbers (int32)',
  7: 'whole numbers (int64)',
  11: '64-bit floats',
  16: 'bfloat16 numbers',
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
    if (error instanceof Unusable) return unusable(error.message);
    if (error instanceof Malformed) {
      return unusable(
        `${name} is damaged, or no ONNX model: ${reasonText(error)} Download or export it again.`,
      );
    }
    throw error;
  }
}

function unusable(sentence: string): Recognition<never> {
  return { kind: 'unusable', sentence };
}

class Unusable extends Error {}

function brokenFile(name: string, frame: Awaited<ReturnType<typeof onnxFrame>>): string | null {
  switch (frame) {
    case 'whole':
      return null;
    case 'empty':
      return `${name} is an empty file. Download or export it again.`;
    case 'cut-short':
      return `${name} ends in the middle: part of it is missing. Download or copy it again.`;
    case 'web-page':
      return `${name} is a web page, not a model. Sign in or accept the licence where it comes from, and download the file itself.`;
    case 'not-onnx':
      return `${name} is no ONNX model. A PyTorch or safetensors model has to be exported first: ${exportCommand()}`;
  }
}

function readInput(
  name: string,
  inputs: readonly Declared[],
): Pick<GraphFacts, 'input' | 'side' | 'batch'> {
  const images = inputs.filter(({ dims }) => dims === null || dims.length === 4);
  const image =
    images.length === 1 ? images[0] : images.find(({ name }) => /pixel|image/.test(name));
  const others = inputs.filter((other) => other !== image).map((other) => other.name);
  if (!image) {
    throw new Unusable(
      `${name} takes no images of the form (batch, 3, height, width): it takes ${listed(inputs.map(describe)) || 'nothing'}. Export the image encoder: ${exportCommand()}`,
    );
  }
  if (others.length > 0) {
    throw new Unusable(
      `${name} wants ${listed(others)} beside the image. Export the image encoder alone: ${exportCommand()}`,
    );
  }
  if (!FLOATS.includes(image.type)) {
    throw new Unusable(
      `${name} takes its image as ${TYPE_NAMES[image.type ?? 0] ?? 'something other than floats'}; this page gives 32-bit floats. Export it with a float32 input: ${exportCommand()}`,
    );
  }
  const [batch = '', channels = '', height = '', width = ''] = image.dims ?? [];
  if (channels !== 3 && width === 3) {
    throw new Unusable(
      `${name} takes images with the colours last, ${shape(image.dims)}; this page gives (batch, 3, height, width). Export it again in that order: ${exportCommand()}`,
    );
  }
  if (typeof channels === 'number' && channels !== 3) {
    throw new Unusable(
      `${name} takes images of ${channels} channels, and photos have 3. Export an encoder of colour images: ${exportCommand()}`,
    );
  }
  return {
    input: image.name,
    side: readSide(name, height, width),
    batch: readBatch(name, batch),
  };
}

function readSide(name: string, height: number | string, width: number | string): number | null {
  const [side, other = side] = [height, width].filter((pixels) => typeof pixels === 'number');
  if (side === undefined) return null;
  if (side !== other) {
    throw new Unusable(
      `${name} takes images of ${side} × ${other} pixels; this page gives squares. Export it for a square image: ${exportCommand()}`,
    );
  }
  if (side < SIDES.least || side > SIDES.most) {
    throw new Unusable(
      `${name} takes images of ${side} × ${side} pixels; between ${SIDES.least} and ${SIDES.most} to a side can be made here. Export it for 224 pixels: ${exportCommand()}`,
    );
  }
  return side;
}

function readBatch(name: string, batch: number | string): number | null {
  if (typeof batch === 'string') return null;
  if (batch <= MOST_IMAGES) return batch;
  throw new Unusable(
    `${name} takes ${batch} images at once, no fewer; up to ${MOST_IMAGES} are possible here. Export it for any number of images: ${exportCommand()}`,
  );
}

function readOutputs(
  name: string,
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
    const candidates = tokens.map((output) => ({ name: output.name, shape: shape(output.dims) }));
    return { about: 'output', candidates };
  }
  if (untold.length > 0) return { names: untold.map((output) => output.name) };
  throw new Unusable(noTokens(name, outputs));
}

function isTokens(dims: readonly (number | string)[]): boolean {
  const [, tokens = 0] = dims;
  return dims.length === 3 && !(typeof tokens === 'number' && tokens < FEWEST_TOKENS);
}

/** Says what an output holds in the place of tokens. */
function noTokens(name: string, outputs: readonly Declared[]): string {
  const given = listed(outputs.map(describe)) || 'nothing';
  if (outputs.some(({ dims }) => dims?.length === 4)) {
    return `${name} gives ${given}: maps, as a convolutional network does, and no patch tokens. Export a Vision Transformer: ${exportCommand()}`;
  }
  return `${name} gives ${given}: one vector for the whole image, and no patch tokens (batch, tokens, width). Export it with its last hidden state, for CLIP say: ${CLIP_EXPORT}`;
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
  if (missing.length > 0) {
    throw new Unusable(
      `${name} keeps its weights in ${listed(missing)}, which ${missing.length > 1 ? 'are' : 'is'} not here. Drop ${missing.length > 1 ? 'all of them' : 'both files'} together.`,
    );
  }
  return found.flatMap(({ location, fileName, bytes, blob }) => {
    if (!blob) return [];
    if (blob.size < bytes) {
      throw new Unusable(
        `${fileName} ends before all weights of ${name} have come: it has ${blob.size} bytes of ${bytes}. Download or copy it again.`,
      );
    }
    return [{ location, blob }];
  });
}

function checkSize(name: string, { graph, data }: ModelBlobs): void {
  const bytes = data.reduce((sum, { blob }) => sum + blob.size, graph.size);
  if (bytes <= MOST_BYTES) return;
  throw new Unusable(
    `${name} has ${(bytes / 1e9).toFixed(1)} GB, more than a browser holds. Choose a smaller model, or a 16-bit export.`,
  );
}

function describe({ name, dims }: Declared): string {
  return dims ? `${name} ${shape(dims)}` : name;
}

function shape(dims: readonly (number | string)[] | null): string {
  return `(${(dims ?? []).map((dim) => (dim === '' ? '?' : dim)).join(', ')})`;
}

/** "a", "a and b", "a, b and c"; of many, the first few. */
function listed(names: readonly string[]): string {
  const most = 6;
  const shown = names.length > most ? [...names.slice(0, most), 'others'] : names;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(Boolean).join(' and ');
}
