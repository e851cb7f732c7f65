import type { StoredTensor } from '../../src/export/safetensors';
import { PROBES } from '../../src/probes/methods/list';
import type { Probe } from '../../src/probes/probe';
import type { Runtime } from '../../src/runtime/runtime';
import { HeadRunner } from '../../src/training/head/runner';
import type { HeadShape } from '../../src/training/model/forward';
import type { HeadTensors } from '../../src/training/model/head';
import type { OptimiserName } from '../../src/training/model/recipe';
import type { StepSettings } from '../../src/training/step/step-graph';
import { Stepper } from '../../src/training/step/stepper';
import { absoluteError, largest, relativeError } from './compare';

/** Everything that a recorded case holds, by name. */
export type Recording = Readonly<Record<string, StoredTensor>>;

/** Largest relative error by quantity (`pooled`, `grad`, `lars.losses`, …). */
export type Errors = Record<string, number>;

/** How each optimiser was run when the goldens were recorded. */
const RECORDED: Record<OptimiserName, { rate: number; momentum: number; weightDecay: number }> = {
  lars: { rate: 2, momentum: 0.9, weightDecay: 0 },
  adamw: { rate: 1e-2, momentum: 0.9, weightDecay: 0.05 },
  sgd: { rate: 0.1, momentum: 0.9, weightDecay: 1e-3 },
};
const RECORDED_STEPS = 5;

/** The probe that a case is of: `ep_q8_d2` is `ep`'s. Null where no such probe exists yet. */
export function probeOfCase(name: string): Probe | null {
  const matching = PROBES.filter(
    (probe) => name === probe.name || name.startsWith(`${probe.name}_`),
  );
  return matching.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/**
 * Replays one recorded case: the first step's forward and gradients, then five steps of every
 * optimiser, each compared with PyTorch's.
 */
export async function runCase(
  runtime: Runtime,
  probe: Probe,
  recording: Recording,
): Promise<Errors> {
  const shape = shapeOfCase(probe, recording);
  const start = stateUnder('init.', recording);
  const errors: Errors = {};
  // One for all: a software GPU takes seconds to compile it.
  const runner = await HeadRunner.create(runtime, shape);
  for (const optimiser of Object.keys(RECORDED) as OptimiserName[]) {
    const { rate, momentum, weightDecay } = RECORDED[optimiser];
    const settings: StepSettings = {
      optimiser,
      momentum,
      weightDecay: { queries: weightDecay, other: weightDecay },
    };
    const stepper = await Stepper.create(runtime, shape, settings, start, { inspect: true });
    const tokens = probe.reads === 'cls' ? need(recording, 'cls') : need(recording, 'x');
    const batch = {
      tokens: new runtime.Tensor('float32', tokens.data, tokens.shape),
      targets: oneHot(runtime, need(recording, 'y').data, shape.classes),
    };
    const gradientNames = stepper.layout.parameters.map(({ name }) => `gradient:${name}`);
    const attended = recording.attn ? ['attention'] : [];
    const losses: number[] = [];
    for (let step = 0; step < RECORDED_STEPS; step++) {
      const first = step === 0 && losses.length === 0;
      const fetched = first ? ['pooled', ...attended, ...gradientNames] : [];
      const rates = { queries: rate, other: rate };
      const results = await stepper.step(batch, rates, fetched);
      losses.push(results.loss?.[0] ?? Number.NaN);
      if (first) Object.assign(errors, forwardErrors(results, recording));
    }
    const head = await stepper.head();
    await stepper.release();
    const { logits } = await runner.run(head, batch.tokens);
    errors[`${optimiser}.losses`] = relativeError(
      new Float32Array(losses),
      need(recording, `${optimiser}.losses`).data,
    );
    errors[`${optimiser}.state`] = stateError(head, stateUnder(`${optimiser}.`, recording));
    errors[`${optimiser}.eval_logits`] = relativeError(
      logits,
      need(recording, `${optimiser}.eval_logits`).data,
    );
  }
  await runner.release();
  return errors;
}

function forwardErrors(results: Record<string, Float32Array>, recording: Recording): Errors {
  const compare = (output: string, recorded: string) =>
    relativeError(results[output] ?? new Float32Array(), need(recording, recorded).data);
  const recorded = Object.keys(recording).filter((name) => name.startsWith('grad.'));
  const scale = Math.max(...recorded.map((name) => largest(need(recording, name).data)));
  const gradientErrors = recorded.map(
    (name) =>
      absoluteError(
        results[name.replace('grad.', 'gradient:')] ?? new Float32Array(),
        need(recording, name).data,
      ) / scale,
  );
  return {
    pooled: compare('pooled', 'pooled'),
    logits: compare('logits', 'logits'),
    loss: compare('loss', 'loss'),
    grad: Math.max(...gradientErrors),
    ...(recording.attn && { attn: compare('attention', 'attn') }),
  };
}

/** The largest error of any tensor of the head, running statistics included. */
function stateError(head: HeadTensors, recorded: HeadTensors): number {
  return Math.max(
    ...Object.entries(recorded).map(([name, expected]) =>
      relativeError(head[name] ?? new Float32Array(), expected),
    ),
  );
}

function shapeOfCase(probe: Probe, recording: Recording): HeadShape {
  const [batch = 0, patches = 0, width = 0] = need(recording, 'x').shape;
  const shapes = Object.fromEntries(
    Object.entries(recording)
      .filter(([name]) => name.startsWith('init.0.'))
      .map(([name, { shape }]) => [name.slice('init.0.'.length), shape]),
  );
  const options = probe.recogniseOptions(shapes, width);
  const classes = need(recording, 'logits').shape[1] ?? 0;
  return { probe, options, batch, patches, width, classes };
}

/** A recorded head: parameters and running statistics, without PyTorch's step counter. */
function stateUnder(prefix: string, recording: Recording): HeadTensors {
  const state: HeadTensors = {};
  for (const [name, { data }] of Object.entries(recording)) {
    const key = name.slice(prefix.length);
    if (name.startsWith(prefix) && /^\d/.test(key) && !key.endsWith('num_batches_tracked')) {
      state[key] = data;
    }
  }
  return state;
}

function oneHot(runtime: Runtime, labels: Float32Array, classes: number) {
  const targets = new Float32Array(labels.length * classes);
  labels.forEach((label, image) => {
    targets[image * classes + label] = 1;
  });
  return new runtime.Tensor('float32', targets, [labels.length, classes]);
}

function need(recording: Recording, name: string): StoredTensor {
  const tensor = recording[name];
  if (!tensor) throw new Error(`The recording holds no "${name}".`);
  return tensor;
}
