import { gradients } from '../../graph/gradients';
import { hoist } from '../../graph/hoist';
import { input, logSoftmax, mul, reduceSum } from '../../graph/operators';
import { serialise } from '../../graph/serialise';
import type { InputValue, Value } from '../../graph/value';
import type { ParameterGroup } from '../../probes/probe';
import { classify, type HeadShape, type StateInput, startForward } from '../model/forward';
import type { HeadLayout } from '../model/head';
import type { OptimiserName } from '../model/recipe';
import { OPTIMISERS } from './optimisers';

export interface StepSettings {
  optimiser: OptimiserName;
  momentum: number;
  weightDecay: Record<ParameterGroup, number>;
}

export interface StepGraph {
  /** What of the step depends on the tokens alone: run once per batch, its outputs fed to `model`. */
  preparation: { model: Uint8Array; outputs: string[] } | null;
  model: Uint8Array;
  layout: HeadLayout;
  /** What goes from step to step, input `name`, output `next:<name>`. */
  state: {
    /** Parameters and buffers. */
    head: StateInput[];
    /** The optimiser's memory, which starts at zero. */
    slots: StateInput[];
  };
}

/**
 * One training step as ONNX models: forward, cross-entropy, gradients and update.
 *
 * Inputs: `tokens` as the probe reads them, unless the outputs of `preparation` have all that is
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
  const nextHead: Record<string, Value> = { ...buffers };
  const nextSlots: Record<string, Value> = {};
  const gradientOf = gradients(loss, Object.values(parameters));
  layout.parameters.forEach(({ name, group, idle }, index) => {
    const parameter = parameters[name];
    const gradient = gradientOf[index];
    if (!parameter || !gradient) return;
    if (idle) {
      nextHead[name] = parameter;
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
    nextHead[name] = updated.parameter;
    for (const [slot, value] of Object.entries(updated.slots)) {
      nextSlots[`${slot}:${name}`] = value;
    }
  });

  const outputs: Record<string, Value> = { loss, logits };
  for (const [name, value] of Object.entries({ ...nextHead, ...nextSlots }))
    outputs[`next:${name}`] = value;
  if (pooled.attention) outputs.attention = pooled.attention;
  if (inspect) {
    outputs.pooled = pooled.descriptor;
    layout.parameters.forEach(({ name }, index) => {
      const gradient = gradientOf[index];
      if (gradient) outputs[`gradient:${name}`] = gradient;
    });
  }
  const split = hoist(outputs, [tokens]);
  const prepared = Object.keys(split.once);
  return {
    preparation: prepared.length > 0 ? { model: serialise(split.once), outputs: prepared } : null,
    model: serialise(split.outputs),
    layout,
    state: { head: stateInputs(nextHead), slots: stateInputs(nextSlots) },
  };
}

function stateInputs(values: Readonly<Record<string, Value>>): StateInput[] {
  return Object.entries(values).map(([name, { shape }]) => ({ name, shape }));
}
