import { sizeOf } from '../graph/value';
import type { ProbeOptions } from '../probes/choice';
import type { ParameterSpec, Probe, Start } from '../probes/probe';

/** eps of every batch norm here, as in the authors' code. */
export const BATCH_NORM_EPS = 1e-6;

/**
 * A head's modules as PyTorch numbers them in `Sequential(pooling, BatchNorm1d, Linear)`; without
 * pooling (`linear`) the numbers start at the batch norm.
 */
export interface HeadLayout {
  /** Learned parameters under their full names: pooling first, classifier last. */
  parameters: ParameterSpec[];
  /** Full name of one of pooling's parameters. */
  poolingName(name: string): string;
  runningMean: string;
  runningVariance: string;
  classifierWeight: string;
  classifierBias: string;
  /** Width of the descriptor between pooling and classifier. */
  descriptorWidth: number;
}

/** A head's numbers by full name: parameters and running statistics. */
export type HeadTensors = Record<string, Float32Array>;

export function headLayout(
  probe: Probe,
  options: ProbeOptions,
  width: number,
  classes: number,
): HeadLayout {
  const first = probe.reads === 'cls' ? 0 : 1;
  const descriptorWidth = probe.descriptorWidth(width, options);
  const classifierWeight = `${first + 1}.weight`;
  const classifierBias = `${first + 1}.bias`;
  const poolingName = (name: string) => `0.${name}`;
  return {
    poolingName,
    runningMean: `${first}.running_mean`,
    runningVariance: `${first}.running_var`,
    classifierWeight,
    classifierBias,
    descriptorWidth,
    parameters: [
      ...probe
        .parameters(width, options)
        .map((parameter) => ({ ...parameter, name: poolingName(parameter.name) })),
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
  };
}

/** Learned numbers of pooling and classifier together. */
export function parameterCount(layout: HeadLayout): number {
  return layout.parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** Starting weights drawn from `random` (0…1), and the running statistics' start. */
export function startHead(layout: HeadLayout, random: () => number): HeadTensors {
  const tensors: HeadTensors = {};
  for (const { name, shape, start } of layout.parameters) {
    const tensor = new Float32Array(sizeOf(shape));
    tensors[name] = tensor.map(() => draw(start, random));
  }
  tensors[layout.runningMean] = new Float32Array(layout.descriptorWidth);
  tensors[layout.runningVariance] = new Float32Array(layout.descriptorWidth).fill(1);
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
