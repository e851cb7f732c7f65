import { gradients } from '../graph/gradients';
import { hoist } from '../graph/hoist';
import {
  add,
  input,
  logSoftmax,
  matMul,
  mul,
  reduceSum,
  softmax,
  sub,
  transpose,
} from '../graph/operators';
import { serialise } from '../graph/serialise';
import type { InputValue, Shape, Value } from '../graph/value';
import { batchNorm } from '../probes/batch-norm';
import type { ProbeOptions } from '../probes/choice';
import {
  type ParameterGroup,
  type Pooled,
  type Probe,
  pick,
  tokenCount,
  tokensShape,
} from '../probes/probe';
import { BATCH_NORM_EPS, type HeadLayout, headLayout, STANDARDISE } from './head';
import { OPTIMISERS } from './optimisers';
import type { OptimiserName } from './recipe';

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

export interface StepSettings {
  optimiser: OptimiserName;
  momentum: number;
  weightDecay: Record<ParameterGroup, number>;
}

/** An input that belongs to the head or its optimiser. */
export interface StateInput {
  name: string;
  shape: Shape;
  /** Every number of it, for heads that lack it; those without it can't be left out. */
  neutral?: number;
}

export interface StepGraph {
  /** What of the step depends on the tokens alone: run once per batch, its outputs fed to `model`. */
  preparation: { model: Uint8Array; outputs: string[] } | null;
  model: Uint8Array;
  layout: HeadLayout;
  /** What goes from step to step: input `name`, output `next:<name>`. */
  state: StateInput[];
}

export interface HeadGraph {
  model: Uint8Array;
  /** The head's tensors, fed by their full names. */
  state: StateInput[];
}

/**
 * One training step as ONNX models: forward, cross-entropy, gradients and update.
 *
 * Inputs: `tokens` as the probe reads them, unless the outputs of `preparation` say all that is
 * needed of them, `targets` (B, C) one-hot, `rate.queries`, `rate.other` and the optimiser's step
 * scalars, every parameter and buffer under its full name, the optimiser's memory as
 * `<slot>:<name>`.
 *
 * Outputs: `loss`, `logits` (B, C), every parameter, buffer and memory as `next:<input name>`;
 * `attention` (B, M, N) where the probe attends; with `inspect` also `pooled` and
 * `gradient:<name>`.
 */
export function stepGraph(
  shape: HeadShape,
  settings: StepSettings,
  { inspect = false } = {},
): StepGraph {
  const forward = startForward(shape, true);
  const { tokens, layout, parameters, buffers, pooled, normalised } = forward;
  const { batch, classes } = shape;
  const optimiser = OPTIMISERS[settings.optimiser];
  const targets = input('targets', [batch, classes]);

  const logits = classify(normalised, forward);
  const loss = mul(reduceSum(mul(targets, logSoftmax(logits)), [0, 1]), -1 / batch);

  const rates: Record<ParameterGroup, InputValue> = {
    queries: input('rate.queries', []),
    other: input('rate.other', []),
  };
  const scalars = Object.fromEntries(
    Object.keys(optimiser.stepScalars(1)).map((name) => [name, input(name, [])]),
  );
  const next: Record<string, Value> = { ...buffers };
  const slopes = gradients(loss, Object.values(parameters));
  layout.parameters.forEach(({ name, group, idle }, index) => {
    const parameter = parameters[name];
    const gradient = slopes[index];
    if (!parameter || !gradient) return;
    if (idle) {
      next[name] = parameter;
      return;
    }
    const slots = Object.fromEntries(
      optimiser.slots.map((slot) => [slot, input(`${slot}:${name}`, parameter.shape)]),
    );
    const updated = optimiser.update({
      parameter,
      gradient,
      learningRate: rates[group],
      weightDecay: settings.weightDecay[group],
      momentum: settings.momentum,
      slots,
      scalars,
    });
    next[name] = updated.parameter;
    for (const [slot, value] of Object.entries(updated.slots)) next[`${slot}:${name}`] = value;
  });

  const outputs: Record<string, Value> = { loss, logits };
  for (const [name, value] of Object.entries(next)) outputs[`next:${name}`] = value;
  if (pooled.attention) outputs.attention = pooled.attention;
  if (inspect) {
    outputs.pooled = pooled.descriptor;
    layout.parameters.forEach(({ name }, index) => {
      const gradient = slopes[index];
      if (gradient) outputs[`gradient:${name}`] = gradient;
    });
  }
  const split = hoist(outputs, [tokens]);
  const prepared = Object.keys(split.once);
  return {
    preparation: prepared.length > 0 ? { model: serialise(split.once), outputs: prepared } : null,
    model: serialise(split.outputs),
    layout,
    state: Object.entries(next).map(([name, value]) => ({ name, shape: value.shape })),
  };
}

/**
 * The trained head as an ONNX model, batch norm in evaluation form.
 *
 * Inputs: raw `tokens`, every parameter and buffer under its full name, and where the probe can't
 * fold standardisation that of the tokens. Outputs: `logits`
 * and `probabilities` (B, C), and `attention` (B, M, N) where the probe attends.
 */
export function headGraph(shape: HeadShape): HeadGraph {
  const forward = startForward(shape, false);
  const { pooled, parameters, buffers, standardisation } = forward;
  const logits = classify(forward.normalised, forward);
  const outputs: Record<string, Value> = { logits, probabilities: softmax(logits) };
  if (pooled.attention) outputs.attention = pooled.attention;
  return {
    model: serialise(outputs),
    state: [
      ...Object.entries({ ...parameters, ...buffers }).map(([name, value]) => ({
        name,
        shape: value.shape,
      })),
      ...standardisation,
    ],
  };
}

interface Forward {
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
function startForward(shape: HeadShape, training: boolean): Forward {
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

function standardise(tokens: Value): Value {
  const width = tokens.shape.at(-1) ?? 0;
  return mul(sub(tokens, input(STANDARDISE.mean, [width])), input(STANDARDISE.scale, [width]));
}

function classify(normalised: Value, { parameters, layout }: Forward): Value {
  const weight = pick(parameters, layout.classifierWeight);
  return add(matMul(normalised, transpose(weight)), pick(parameters, layout.classifierBias));
}
