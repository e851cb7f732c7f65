import { gradients } from '../graph/gradients';
import {
  add,
  div,
  input,
  logSoftmax,
  matMul,
  mul,
  reduceMean,
  reduceSum,
  softmax,
  sqrt,
  sub,
  transpose,
} from '../graph/operators';
import { serialise } from '../graph/serialise';
import type { InputValue, Shape, Value } from '../graph/value';
import type { ProbeOptions } from '../probes/choice';
import type { ParameterGroup, Pooled, Probe } from '../probes/probe';
import { BATCH_NORM_EPS, type HeadLayout, headLayout } from './head';
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
}

export interface StepGraph {
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

/** PyTorch's momentum of running statistics. */
const RUNNING_MOMENTUM = 0.1;

/**
 * One training step as an ONNX model: forward, cross-entropy, gradients and update.
 *
 * Inputs: `tokens` (B, N, D) ((B, D) where the probe reads [CLS]), `targets` (B, C) one-hot,
 * `rate.queries`, `rate.other` and the optimiser's step scalars, every parameter and running
 * statistic under its full name, the optimiser's memory as `<slot>:<name>`.
 *
 * Outputs: `loss`, `logits` (B, C), every parameter, statistic and memory as `next:<input name>`;
 * `attention` (B, M, N) where the probe attends; with `inspect` also `pooled` and
 * `gradient:<name>`.
 */
export function stepGraph(
  shape: HeadShape,
  settings: StepSettings,
  { inspect = false } = {},
): StepGraph {
  const forward = startForward(shape);
  const { layout, parameters, pooled, statistics } = forward;
  const { batch, classes } = shape;
  const optimiser = OPTIMISERS[settings.optimiser];
  const targets = input('targets', [batch, classes]);

  const mean = reduceMean(pooled.descriptor, [0]);
  const centred = sub(pooled.descriptor, mean);
  const variance = reduceMean(mul(centred, centred), [0]);
  const normalised = div(centred, sqrt(add(variance, BATCH_NORM_EPS)));
  const logits = classify(normalised, forward);
  const loss = mul(reduceSum(mul(targets, logSoftmax(logits)), [0, 1]), -1 / batch);

  const rates: Record<ParameterGroup, InputValue> = {
    queries: input('rate.queries', []),
    other: input('rate.other', []),
  };
  const scalars = Object.fromEntries(
    Object.keys(optimiser.stepScalars(1)).map((name) => [name, input(name, [])]),
  );
  const next: Record<string, Value> = {
    [layout.runningMean]: blend(statistics.mean, mean),
    // Running variance is the unbiased one, the normalisation's is not: as in PyTorch.
    [layout.runningVariance]: blend(statistics.variance, mul(variance, batch / (batch - 1))),
  };
  const slopes = gradients(loss, Object.values(parameters));
  layout.parameters.forEach(({ name, group }, index) => {
    const parameter = parameters[name];
    const gradient = slopes[index];
    if (!parameter || !gradient) return;
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
  return {
    model: serialise(outputs),
    layout,
    state: Object.entries(next).map(([name, value]) => ({ name, shape: value.shape })),
  };
}

/**
 * The trained head as an ONNX model, batch norm in evaluation form.
 *
 * Inputs: `tokens`, every parameter and running statistic under its full name. Outputs: `logits`
 * and `probabilities` (B, C), and `attention` (B, M, N) where the probe attends.
 */
export function headGraph(shape: HeadShape): HeadGraph {
  const forward = startForward(shape);
  const { pooled, statistics } = forward;
  const normalised = div(
    sub(pooled.descriptor, statistics.mean),
    sqrt(add(statistics.variance, BATCH_NORM_EPS)),
  );
  const logits = classify(normalised, forward);
  const outputs: Record<string, Value> = { logits, probabilities: softmax(logits) };
  if (pooled.attention) outputs.attention = pooled.attention;
  const inputs = [...Object.values(forward.parameters), statistics.mean, statistics.variance];
  return { model: serialise(outputs), state: inputs.map(({ name, shape }) => ({ name, shape })) };
}

interface Forward {
  layout: HeadLayout;
  parameters: Record<string, InputValue>;
  statistics: { mean: InputValue; variance: InputValue };
  pooled: Pooled;
}

/** The inputs and the pooling, which training and evaluation share. */
function startForward(shape: HeadShape): Forward {
  const { probe, options, batch, patches, width, classes } = shape;
  const layout = headLayout(probe, options, width, classes);
  const tokens = input('tokens', probe.reads === 'cls' ? [batch, width] : [batch, patches, width]);
  const parameters = Object.fromEntries(
    layout.parameters.map((spec) => [spec.name, input(spec.name, spec.shape)]),
  );
  const pooling: Record<string, InputValue> = {};
  for (const { name } of probe.parameters(width, options)) {
    const parameter = parameters[layout.poolingName(name)];
    if (parameter) pooling[name] = parameter;
  }
  return {
    layout,
    parameters,
    statistics: {
      mean: input(layout.runningMean, [layout.descriptorWidth]),
      variance: input(layout.runningVariance, [layout.descriptorWidth]),
    },
    pooled: probe.pool(tokens, pooling, { batch, patches, width }, options),
  };
}

function classify(normalised: Value, { parameters, layout }: Forward): Value {
  const weight = parameters[layout.classifierWeight];
  const bias = parameters[layout.classifierBias];
  if (!weight || !bias) throw new Error('The head has no classifier.');
  return add(matMul(normalised, transpose(weight)), bias);
}

function blend(running: Value, batch: Value): Value {
  return add(mul(running, 1 - RUNNING_MOMENTUM), mul(batch, RUNNING_MOMENTUM));
}
