import { sizeOf } from '../../graph/value';
import type { ProbeOptions } from '../../probes/choice';
import {
  type BufferSpec,
  type ParameterSpec,
  type Probe,
  type Start,
  type TokenSize,
  tokenCount,
} from '../../probes/probe';

/** eps of every batch norm here, as in the authors' code. */
export const BATCH_NORM_EPS = 1e-6;

/**
 * A head's modules as PyTorch numbers them in `Sequential(pooling, BatchNorm1d, Linear)`; without
 * pooling (`linear`) the numbers start at the batch norm.
 */
export interface HeadLayout {
  /** Learned parameters under their full names: pooling first, classifier last. */
  parameters: ParameterSpec[];
  /** What belongs to the head and is not learned, under full names: running statistics above all. */
  buffers: BufferSpec[];
  /** Full name of one of pooling's parameters or buffers. */
  poolingName(name: string): string;
  runningMean: string;
  runningVariance: string;
  classifierWeight: string;
  classifierBias: string;
  /** Width of the descriptor between pooling and classifier. */
  descriptorWidth: number;
}

/**
 * Standardisation as part of a head whose probe can't fold it into its own tensors:
 * (x − mean) · scale, (D) each. Heads without them take tokens as they are.
 */
export const STANDARDISE = { mean: 'standardise.mean', scale: 'standardise.scale' } as const;

/** A head's numbers by full name: parameters, buffers, and standardisation where it has one. */
export type HeadTensors = Record<string, Float32Array>;

export function headLayout(
  probe: Probe,
  options: ProbeOptions,
  { patches, width }: TokenSize,
  classes: number,
): HeadLayout {
  const first = probe.reads === 'cls' ? 0 : 1;
  const descriptorWidth = probe.descriptorWidth(width, options);
  const classifierWeight = `${first + 1}.weight`;
  const classifierBias = `${first + 1}.bias`;
  const runningMean = `${first}.running_mean`;
  const runningVariance = `${first}.running_var`;
  const poolingName = (name: string) => `0.${name}`;
  const inPooling = <T extends { name: string }>(spec: T) => ({
    ...spec,
    name: poolingName(spec.name),
  });
  const size = { patches: tokenCount(probe.reads, patches), width };
  return {
    poolingName,
    runningMean,
    runningVariance,
    classifierWeight,
    classifierBias,
    descriptorWidth,
    parameters: [
      ...probe.parameters(size, options).map(inPooling),
      {
        name: classifierWeight,
        shape: [classes, descriptorWidth],
        group: 'other',
        start: { kind: 'normal', deviation: 0.01 },
      },
      {
        name: classifierBias,
        shape: [classes],
        group: 'other',
        start: { kind: 'fill', value: 0 },
      },
    ],
    buffers: [
      ...(probe.buffers?.(size, options) ?? []).map(inPooling),
      { name: runningMean, shape: [descriptorWidth], start: 0 },
      { name: runningVariance, shape: [descriptorWidth], start: 1 },
    ],
  };
}

/** Learned numbers of pooling and classifier together. */
export function parameterCount(layout: HeadLayout): number {
  return layout.parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** Starting weights drawn from `random` (0…1), and the buffers' start. */
export function startHead(layout: HeadLayout, random: () => number): HeadTensors {
  const tensors: HeadTensors = {};
  for (const { name, shape, start } of layout.parameters) {
    const tensor = new Float32Array(sizeOf(shape));
    tensors[name] = tensor.map(() => draw(start, random));
  }
  for (const { name, shape, start } of layout.buffers) {
    tensors[name] = new Float32Array(sizeOf(shape)).fill(start);
  }
  return tensors;
}

function draw(start: Start, random: () => number): number {
  switch (start.kind) {
    case 'fill':
      return start.value;
    case 'uniform':
      return (2 * random() - 1) * start.bound;
    case 'normal':
      // Box-Muller; 1 − u keeps the logarithm finite.
      return (
        start.deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      );
  }
}
