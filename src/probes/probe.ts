import type { Shape, Value } from '../graph/value';
import { ProgrammingError } from '../vocabulary/programming-error';
import type { OptionKey, ProbeOptions } from './choice';

/** Sizes of an image's tokens. */
export interface TokenSize {
  /** N, tokens that the probe pools: the patches, and [CLS] where it reads that too. */
  patches: number;
  /** D, token width. */
  width: number;
}

/** Sizes that a forward pass is built for. */
export interface ProbeShape extends TokenSize {
  /** B, images in a batch. */
  batch: number;
}

/** How a parameter starts; every draw comes from the run's seed. */
export type Start =
  | { kind: 'normal'; deviation: number }
  | { kind: 'uniform'; bound: number }
  | { kind: 'fill'; value: number };

export interface ParameterSpec {
  /** PyTorch's name within its module, so that heads can be exchanged with the authors' code. */
  name: string;
  /** PyTorch's shape: LARS treats parameters by their number of axes. */
  shape: Shape;
  /** The learning rate and weight decay that it gets. */
  group: ParameterGroup;
  start: Start;
  /** True for queries, (…, M, D), that are compared with the tokens themselves: they may start at tokens. */
  meetsTokens?: boolean;
  /** True where the module has it and never uses it: it stays as it started. */
  idle?: boolean;
}

/** A tensor that belongs to the head and is not learned, such as a running mean. */
export interface BufferSpec {
  name: string;
  shape: Shape;
  /** Every number of it before training. */
  start: number;
}

export type ParameterGroup = 'queries' | 'other';

/** A setting that the person can choose. */
export interface OptionSpec {
  key: OptionKey;
  default: number;
  /** Every value that works for tokens of this width with the other options as they are. */
  values(width: number, options: ProbeOptions): number[];
}

/** What a forward pass is made of. */
export interface PoolInputs extends ProbeShape {
  /** (B, N, D), or (B, D) where the probe reads [CLS]. */
  tokens: Value;
  /** By the names of `parameters`. */
  parameters: Readonly<Record<string, Value>>;
  /** By the names of `buffers`. */
  buffers: Readonly<Record<string, Value>>;
  options: ProbeOptions;
  /** Whether batch norms take the batch's own statistics or the running ones. */
  training: boolean;
}

export interface Pooled {
  /** (B, descriptor width) */
  descriptor: Value;
  /** (B, M, N), each row non-negative with sum 1; null where nothing attends. */
  attention: Value | null;
  /** Left out where the maps are not what the probe pools by, but derived from something else. */
  pooling?: Pooling;
  /** Buffers as they are after this training step; those not named stay as they are. */
  buffers?: Readonly<Record<string, Value>>;
}

/**
 * A probing method: pooling that turns N tokens into one descriptor. Batch norm and the linear
 * classifier after it are the same for all and live in `training/`.
 */
export interface Probe {
  name: string;
  /** Its proper name, the same in every language. */
  label: string;
  /** Authors, venue and year. */
  reference: string;
  reads: Reads;
  options: readonly OptionSpec[];
  /** M, how many attention maps it has for each image; 0 where nothing attends. */
  mapCount(options: ProbeOptions): number;
  /** Whether logits split exactly over its queries and tokens: the descriptor is affine in what it pools. */
  splitsLogits: boolean;
  /** The options behind a recorded head, read off its parameters' shapes (by their own names). */
  recogniseOptions(shapes: Readonly<Record<string, Shape>>, width: number): ProbeOptions;
  descriptorWidth(width: number, options: ProbeOptions): number;
  parameters(size: TokenSize, options: ProbeOptions): ParameterSpec[];
  buffers?(size: TokenSize, options: ProbeOptions): BufferSpec[];
  /** The forward pass. */
  pool(inputs: PoolInputs): Pooled;
  /**
   * Rewrites parameters and buffers trained on standardised tokens so that they take raw ones.
   * Probes without it get their tokens standardised as the first thing that the head does.
   */
  fold?(
    tensors: Readonly<Record<string, Float32Array>>,
    standardisation: Standardisation,
    options: ProbeOptions,
  ): FoldedPooling;
}

/** Which tokens of an image: the patches, [CLS], or [CLS] and then the patches. */
export type Reads = 'patches' | 'cls' | 'all';

/** How many tokens of an image of `patches` patches a probe gets. */
export function tokenCount(reads: Reads, patches: number): number {
  return { patches, cls: 1, all: patches + 1 }[reads];
}

/** Shape of the tokens of `batch` images: (B, N, D), or (B, D) for [CLS]. */
export function tokensShape(reads: Reads, { batch, patches, width }: ProbeShape): number[] {
  return reads === 'cls' ? [batch, width] : [batch, tokenCount(reads, patches), width];
}

/** Per channel over all patches of the training images, (D) each: x̂ = (x − mean) / deviation. */
export interface Standardisation {
  mean: Float64Array;
  deviation: Float64Array;
}

/**
 * Pooling of raw tokens. The descriptor on standardised tokens equals
 * `scale · (descriptor on raw tokens with these parameters) − shift`, channel by channel.
 */
export interface FoldedPooling {
  tensors: Record<string, Float32Array>;
  /** (descriptor width) */
  scale: Float64Array;
  shift: Float64Array;
}

/** The value of an option: the chosen one, else its default. */
export function optionValue(spec: OptionSpec, options: ProbeOptions): number {
  return options[spec.key] ?? spec.default;
}

/** @throws `ProgrammingError` when the named parameter is missing, which is a mistake in the probe's file. */
export function pick<T>(parameters: Readonly<Record<string, T>>, name: string): T {
  const found = parameters[name];
  if (found === undefined) throw new ProgrammingError(`The parameter "${name}" is missing.`);
  return found;
}

/** How the maps enter the descriptor: what is needed to change a map, or to attribute a logit. */
export interface Pooling {
  /**
   * (B, M, T): what every query gives to each of T tokens. The last ones are the patches; before them
   * come [CLS] and, where the probe's query attends to itself, that query. A map shows the patches'
   * part, divided by its sum.
   */
  weights: Value;
  /** (B, M, K): what is pooled with them. The maps reach the descriptor through it alone. */
  sum: Value;
  /**
   * Given (B, M, K) numbers g, splits g_j·sum_j over the tokens that the probe reads: (B, M, N), rows
   * with that sum. May be left out where the descriptor is not affine in `sum`: logits have no exact attribution then.
   */
  attribution?(gradient: Value): Value;
  /** True where the descriptor is M equal blocks, one after another, and block j depends on row j of `sum` alone. */
  blocks?: boolean;
}
