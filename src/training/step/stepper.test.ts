import type { Tensor } from 'onnxruntime-common';
import { describe, expect, it } from 'vitest';
import { mul } from '../../graph/operators';
import { seededRandom } from '../../numbers/random';
import { gap } from '../../probes/methods/gap';
import { findProbe } from '../../probes/methods/list';
import { type Probe, pick } from '../../probes/probe';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { type HeadTensors, headLayout, startHead } from '../model/head';
import { stepGraph } from './step-graph';
import { Stepper } from './stepper';

const SIZE = { batch: 3, patches: 4, width: 16, classes: 2 };
const SETTINGS = {
  optimiser: 'sgd',
  momentum: 0.9,
  weightDecay: { queries: 0, other: 0 },
} as const;
const RATES = { queries: 0.1, other: 0.1 };

describe('what depends on the tokens alone', () => {
  const preparationOf = (name: string) =>
    stepGraph({ probe: findProbe(name), options: {}, ...SIZE }, SETTINGS).preparation;

  it.each(['jepa', 'cae', 'cait', 'aim', 'simpool', 'gap'])('is prepared for %s', (name) => {
    expect(preparationOf(name)).not.toBeNull();
  });
  it('is nothing for EP, which takes its tokens as they are', () => {
    expect(preparationOf('ep')).toBeNull();
  });
});

it('prepares every batch once, and again when another one comes', async () => {
  const runtime = await loadNodeRuntime();
  const random = seededRandom(9);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() * 6 - 2);
  const { batch, patches, width } = SIZE;
  const [a, b] = [numbers(batch * patches * width), numbers(batch * patches * width)];
  const tensor = (data: Float32Array) =>
    new runtime.Tensor('float32', data, [batch, patches, width]);
  const [first, other] = [tensor(a), tensor(b)];

  const remembered = await losses(runtime, [first, first, other, other, first]);
  const anew = await losses(runtime, [tensor(a), tensor(a), tensor(b), tensor(b), tensor(a)]);
  expect(remembered.losses).toEqual(anew.losses);
  expect(new Set(remembered.losses).size).toBe(5);
  // One run per step, and one per change of batch.
  expect([remembered.runs, anew.runs]).toEqual([5 + 3, 5 + 5]);
});

describe('a probe whose parameters have colons in their names', () => {
  const probe: Probe = {
    ...gap,
    parameters: () => [
      {
        name: 'gain:all',
        shape: [SIZE.width],
        group: 'other',
        start: { kind: 'fill', value: 1 },
      },
    ],
    pool(inputs) {
      const pooled = gap.pool(inputs);
      const descriptor = mul(pooled.descriptor, pick(inputs.parameters, 'gain:all'));
      return { descriptor, attention: null };
    },
  };
  const start = startHead(headLayout(probe, {}, SIZE, SIZE.classes), seededRandom(2));
  const create = async (head: HeadTensors) =>
    Stepper.create(await loadNodeRuntime(), { probe, options: {}, ...SIZE }, SETTINGS, head);

  it('has them in its head, apart from the optimiser’s memory', async () => {
    const stepper = await create(start);
    expect(Object.keys(await stepper.head()).sort()).toEqual(Object.keys(start).sort());
    await stepper.release();
  });
  it('can’t start without them', async () => {
    const { '0.gain:all': _, ...incomplete } = start;
    await expect(create(incomplete)).rejects.toThrow('no usable "0.gain:all"');
  });
});

async function losses(
  runtime: Runtime,
  batches: readonly Tensor[],
): Promise<{ losses: number[]; runs: number }> {
  let runs = 0;
  const counting: Runtime = {
    ...runtime,
    run(...call) {
      runs++;
      return runtime.run(...call);
    },
  };
  const probe = findProbe('jepa');
  const start = startHead(headLayout(probe, {}, SIZE, SIZE.classes), seededRandom(2));
  const stepper = await Stepper.create(counting, { probe, options: {}, ...SIZE }, SETTINGS, start);
  const targets = new runtime.Tensor('float32', new Float32Array([1, 0, 0, 1, 1, 0]), [3, 2]);
  const found: number[] = [];
  for (const tokens of batches) {
    const { loss } = await stepper.step({ tokens, targets }, RATES);
    found.push(loss?.[0] ?? Number.NaN);
  }
  await stepper.release();
  return { losses: found, runs };
}
