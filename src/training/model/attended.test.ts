import { expect, it } from 'vitest';
import { input, slice } from '../../graph/operators';
import { dependsOn } from '../../graph/order';
import { serialise } from '../../graph/serialise';
import { substitution } from '../../graph/substitute';
import { sizeOf, type Value } from '../../graph/value';
import { seededRandom } from '../../numbers/random';
import { asMap } from '../../probes/layers/as-map';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { defaultOptions } from '../../testing/random-head';
import { startForward } from './forward';

const SIZE = { batch: 2, patches: 16, width: 48, classes: 3 };

const POOLING = [...PROBES, ...PROBES_WITH_CLS].flatMap((probe) => {
  const forward = startForward({ probe, options: defaultOptions(probe), ...SIZE }, false);
  const { pooling } = forward.pooled;
  return pooling ? [{ name: probe.name, forward, pooling }] : [];
});

/** What a graph gives for random numbers, `changes` aside. */
async function run(
  outputs: Record<string, Value>,
  inputs: readonly { name: string; shape: readonly number[] }[],
  changes: Record<string, Float32Array> = {},
) {
  const runtime = await loadNodeRuntime();
  const random = seededRandom(21);
  const session = await runtime.createSession(serialise(outputs));
  const feeds = Object.fromEntries(
    inputs.flatMap(({ name, shape }) => {
      const data = Float32Array.from({ length: sizeOf(shape) }, () => random() + 0.1);
      const tensor = new runtime.Tensor('float32', changes[name] ?? data, [...shape]);
      return session.inputNames.includes(name) ? [[name, tensor]] : [];
    }),
  );
  const results = await runtime.run(session, feeds);
  await session.release();
  return (name: string) => results[name]?.data as Float32Array;
}

const inputsOf = ({
  tokens,
  parameters,
  buffers,
  standardisation,
}: (typeof POOLING)[number]['forward']) => [
  tokens,
  ...Object.entries({ ...parameters, ...buffers }).map(([name, { shape }]) => ({ name, shape })),
  ...standardisation,
];

it.each(POOLING)(
  '$name: its maps reach the descriptor through what is pooled alone, and are what is shown',
  async ({ forward, pooling }) => {
    const free = input('free', pooling.sum.shape);
    const freed = substitution((value) => (value === pooling.sum ? free : undefined));
    const descriptor = freed(forward.pooled.descriptor);
    expect(dependsOn([descriptor], free)).toBe(true);
    expect(dependsOn([descriptor], pooling.weights)).toBe(false);

    const { attention } = forward.pooled;
    if (!attention) return;
    const all = pooling.weights.shape[2] ?? 0;
    const shown = asMap(slice(pooling.weights, 2, all - SIZE.patches, all));
    const of = await run({ shown, attention }, inputsOf(forward));
    of('attention').forEach((weight, i) => {
      expect(of('shown')[i]).toBeCloseTo(weight, 6);
    });
  },
);

it.each(POOLING.filter(({ pooling }) => pooling.blocks))(
  '$name: a query alone decides its block of the descriptor',
  async ({ forward, pooling }) => {
    const { shape } = pooling.sum;
    const [, queries = 0, each = 0] = shape;
    const free = input('free', shape);
    const freed = substitution((value) => (value === pooling.sum ? free : undefined));
    const descriptor = freed(forward.pooled.descriptor);
    const inputs = [...inputsOf(forward), free];
    const start = new Float32Array(sizeOf(shape)).fill(0.5);
    const before = (await run({ descriptor }, inputs, { free: start }))('descriptor');
    const query = queries - 2;
    const moved = start.slice().fill(2, query * each, (query + 1) * each);
    const after = (await run({ descriptor }, inputs, { free: moved }))('descriptor');
    const width = before.length / SIZE.batch / queries;
    before.forEach((value, k) => {
      // Only the first image's query has been moved.
      const own = k >= query * width && k < (query + 1) * width;
      if (own) expect(after[k]).not.toBeCloseTo(value, 3);
      else expect(after[k]).toBeCloseTo(value, 6);
    });
  },
);
