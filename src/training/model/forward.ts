import { add, input, matMul, mul, sub, transpose } from '../../graph/operators';
import type { InputValue, Shape, Value } from '../../graph/value';
import type { ProbeOptions } from '../../probes/choice';
import { batchNorm } from '../../probes/layers/batch-norm';
import { type Pooled, type Probe, pick, tokenCount, tokensShape } from '../../probes/probe';
import { BATCH_NORM_EPS, type HeadLayout, headLayout, STANDARDISE } from './head';

/** What a head is built for. */
export interface HeadShape {
  probe: Probe;
  options: ProbeOptions;
  /** B */
  batch: number;
  /** N */
  patches: number;
  /** D */
  width: number;
  /** C */
  classes: number;
}

/** An input that belongs to the head or its optimiser. */
export interface StateInput {
  name: string;
  shape: Shape;
  /** Every number of it, for heads that lack it; those without it can't be left out. */
  neutral?: number;
}

/** The part that every graph of a head begins with. */
export interface Forward {
  tokens: InputValue;
  layout: HeadLayout;
  parameters: Record<string, InputValue>;
  /** By full name; after this step where it trains. */
  buffers: Record<string, Value>;
  pooled: Pooled;
  /** The descriptor after batch norm. */
  normalised: Value;
  /** Inputs that standardise the tokens. */
  standardisation: StateInput[];
}

/** The inputs, the pooling and the batch norm, which training and evaluation share. */
export function startForward(shape: HeadShape, training: boolean): Forward {
  const { probe, options, batch, patches, width, classes } = shape;
  const layout = headLayout(probe, options, shape, classes);
  const inputs = (specs: readonly StateInput[]) =>
    Object.fromEntries(specs.map((spec) => [spec.name, input(spec.name, spec.shape)]));
  const parameters = inputs(layout.parameters);
  const buffers = inputs(layout.buffers);
  const ownOf = (tensors: Record<string, InputValue>) =>
    Object.fromEntries(
      Object.entries(tensors).flatMap(([name, value]) =>
        name.startsWith(layout.poolingName(''))
          ? [[name.slice(layout.poolingName('').length), value]]
          : [],
      ),
    );

  const tokens = input('tokens', tokensShape(probe.reads, { batch, patches, width }));
  // In training the tokens are standardised before they are fed.
  const standardises = !training && !probe.fold;
  const pooled = probe.pool({
    tokens: standardises ? standardise(tokens) : tokens,
    parameters: ownOf(parameters),
    buffers: ownOf(buffers),
    batch,
    patches: tokenCount(probe.reads, patches),
    width,
    options,
    training,
  });
  const { normalised, running } = batchNorm(
    pooled.descriptor,
    {
      mean: pick(buffers, layout.runningMean),
      variance: pick(buffers, layout.runningVariance),
    },
    { eps: BATCH_NORM_EPS, training },
  );
  const updated = Object.entries(pooled.buffers ?? {}).map(
    ([name, value]) => [layout.poolingName(name), value] as const,
  );
  return {
    tokens,
    layout,
    parameters,
    buffers: {
      ...buffers,
      ...Object.fromEntries(updated),
      [layout.runningMean]: running.mean,
      [layout.runningVariance]: running.variance,
    },
    pooled,
    normalised,
    standardisation: standardises
      ? [
          { name: STANDARDISE.mean, shape: [width], neutral: 0 },
          { name: STANDARDISE.scale, shape: [width], neutral: 1 },
        ]
      : [],
  };
}

/** The inputs of a graph in evaluation form that are the head's tensors. */
export function headState({ parameters, buffers, standardisation }: Forward): StateInput[] {
  const tensors = Object.entries({ ...parameters, ...buffers });
  return [...tensors.map(([name, { shape }]) => ({ name, shape })), ...standardisation];
}

function standardise(tokens: Value): Value {
  const width = tokens.shape.at(-1) ?? 0;
  return mul(sub(tokens, input(STANDARDISE.mean, [width])), input(STANDARDISE.scale, [width]));
}

/** Logits (B, C) of the normalised descriptor. */
export function classify(normalised: Value, { parameters, layout }: Forward): Value {
  const weight = pick(parameters, layout.classifierWeight);
  return add(matMul(normalised, transpose(weight)), pick(parameters, layout.classifierBias));
}
