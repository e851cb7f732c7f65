import type { InputValue, Shape, Value } from '../graph/value';
import type { ProbeOptions } from './choice';

/** Sizes that a probe is built for. */
export interface ProbeShape {
  /** B, images in a batch. */
  batch: number;
  /** N, patch tokens per image. */
  patches: number;
  /** D, token width. */
  width: number;
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
}

export type ParameterGroup = 'queries' | 'other';

/** A setting that the person can choose. */
export interface OptionSpec {
  key: string;
  /** On screen; a word of the glossary. */
  label: string;
  default: number;
  /** Every value that works for tokens of this width with the other options as they are. */
  values(width: number, options: ProbeOptions): number[];
}

export interface Pooled {
  /** (B, descriptor width) */
  descriptor: Value;
  /** (B, M, N), each row non-negative with sum 1; null where nothing attends. */
  attention: Value | null;
}

/**
 * A probing method: pooling that turns N tokens into one descriptor. Batch norm and the linear
 * classifier after it are the same for all and live in `training/`.
 */
export interface Probe {
  name: string;
  label: string;
  /** One sentence for people who have never heard of it. */
  description: string;
  reference: string;
  /** `cls` probes read the [CLS] token and work only where the backbone has one. */
  reads: 'patches' | 'cls';
  options: readonly OptionSpec[];
  /** The options behind a recorded head, read off its parameters' shapes (by their own names). */
  recogniseOptions(shapes: Readonly<Record<string, Shape>>, width: number): ProbeOptions;
  descriptorWidth(width: number, options: ProbeOptions): number;
  parameters(width: number, options: ProbeOptions): ParameterSpec[];
  /**
   * The forward pass.
   * @param tokens (B, N, D), or (B, D) where the probe reads [CLS]
   * @param parameters by the names of `parameters`
   */
  pool(
    tokens: Value,
    parameters: Readonly<Record<string, InputValue>>,
    shape: ProbeShape,
    options: ProbeOptions,
  ): Pooled;
  /** Rewrites parameters trained on standardised tokens so that they take raw ones. */
  fold(
    parameters: Readonly<Record<string, Float32Array>>,
    standardisation: Standardisation,
    options: ProbeOptions,
  ): FoldedPooling;
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
  parameters: Record<string, Float32Array>;
  /** (descriptor width) */
  scale: Float64Array;
  shift: Float64Array;
}

/** The value of an option: the chosen one, else its default. */
export function optionValue(spec: OptionSpec, options: ProbeOptions): number {
  return options[spec.key] ?? spec.default;
}

/** @throws when the named parameter is missing, which is a mistake in the probe's file. */
export function pick<T>(parameters: Readonly<Record<string, T>>, name: string): T {
  const found = parameters[name];
  if (found === undefined) throw new Error(`The parameter "${name}" is missing.`);
  return found;
}
