import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../numbers/random';
import type { Runtime } from '../runtime/runtime';
import { loadNodeRuntime } from '../testing/onnxruntime-node';
import { gradients } from './gradients';
import * as graph from './operators';
import { serialise, type TensorPrecision } from './serialise';
import { type InputValue, type Shape, sizeOf, type Value } from './value';

/** One operator on random inputs; `low` and `high` keep the draws where it is smooth. */
interface Case {
  name: string;
  shapes: Shape[];
  build(...operands: InputValue[]): Value;
  low?: number;
  high?: number;
  precision?: TensorPrecision;
}

/** Step of the finite differences, and how far the gradient may be from them. */
const FINE: Record<TensorPrecision, { step: number; allowed: number }> = {
  float64: { step: 1e-5, allowed: 1e-7 },
  float32: { step: 1e-2, allowed: 5e-4 },
};

/** Pairs of shapes that broadcast: the corners by hand, the rest drawn. */
const BROADCASTS: [Shape, Shape][] = [
  [[], [2, 3]],
  [[2, 3], []],
  ...randomBroadcasts(8, seededRandom(23)),
];

/** Random shapes of up to four axes; each operand loses leading axes or has some of size 1. */
function randomBroadcasts(count: number, random: () => number): [Shape, Shape][] {
  const below = (limit: number) => Math.floor(random() * limit);
  const thinned = (shape: Shape) =>
    shape.slice(below(shape.length)).map((size) => (random() < 0.4 ? 1 : size));
  return Array.from({ length: count }, () => {
    const whole = Array.from({ length: 1 + below(4) }, () => 1 + below(4));
    return random() < 0.5 ? [whole, thinned(whole)] : [thinned(whole), thinned(whole)];
  });
}

const binary = (name: string, build: Case['build'], low = -1): Case[] =>
  BROADCASTS.map((shapes) => ({
    name: `${name} ${JSON.stringify(shapes)}`,
    shapes,
    build,
    low,
    high: 2,
  }));

const CASES: Case[] = [
  ...binary('Add', graph.add),
  ...binary('Sub', graph.sub),
  ...binary('Mul', graph.mul),
  ...binary('Div', graph.div, 0.5),
  ...binary('Where', (a, b) => graph.where(graph.greater(a, 0.3), graph.mul(a, a), b)),
  { name: 'Sqrt', shapes: [[3, 2]], build: graph.sqrt, low: 0.3, high: 2 },
  { name: 'Exp', shapes: [[3, 2]], build: graph.exp },
  { name: 'Log', shapes: [[3, 2]], build: graph.log, low: 0.3, high: 2 },
  { name: 'Tanh', shapes: [[3, 2]], build: graph.tanh, low: -2, high: 2 },
  { name: 'Relu', shapes: [[4, 5]], build: graph.relu },
  // The runtime's error function has no double precision.
  { name: 'Erf', shapes: [[3, 4]], build: graph.erf, low: -2, high: 2, precision: 'float32' },
  {
    name: 'MatMul matrices',
    shapes: [
      [3, 4],
      [4, 2],
    ],
    build: graph.matMul,
  },
  {
    name: 'MatMul batched',
    shapes: [
      [2, 3, 4],
      [2, 4, 5],
    ],
    build: graph.matMul,
  },
  {
    name: 'MatMul batch × matrix',
    shapes: [
      [2, 6, 3, 4],
      [4, 2],
    ],
    build: graph.matMul,
  },
  {
    name: 'MatMul matrix × batch',
    shapes: [
      [3, 4],
      [2, 4, 5],
    ],
    build: graph.matMul,
  },
  {
    name: 'MatMul broadcast batches',
    shapes: [
      [2, 1, 3, 4],
      [5, 4, 2],
    ],
    build: graph.matMul,
  },
  {
    name: 'MatMul one row',
    shapes: [
      [1, 7],
      [7, 3],
    ],
    build: graph.matMul,
  },
  { name: 'Transpose', shapes: [[2, 3, 4]], build: (a) => graph.transpose(a) },
  { name: 'Transpose order', shapes: [[2, 3, 4]], build: (a) => graph.transpose(a, [2, 0, 1]) },
  { name: 'Reshape', shapes: [[2, 6]], build: (a) => graph.reshape(a, [3, 4]) },
  { name: 'Expand', shapes: [[2, 1, 3]], build: (a) => graph.expand(a, [4, 2, 5, 3]) },
  { name: 'ReduceSum', shapes: [[2, 3, 4]], build: (a) => graph.reduceSum(a, [0, 2]) },
  { name: 'ReduceSum kept', shapes: [[2, 3]], build: (a) => graph.reduceSum(a, [1], true) },
  { name: 'ReduceMean', shapes: [[2, 3, 4]], build: (a) => graph.reduceMean(a, [1]) },
  { name: 'ReduceMean all', shapes: [[2, 3]], build: (a) => graph.reduceMean(a, [0, 1]) },
  { name: 'ReduceMax', shapes: [[2, 3, 4]], build: (a) => graph.reduceMax(a, [1]) },
  { name: 'ReduceMax kept', shapes: [[2, 3]], build: (a) => graph.reduceMax(a, [0, 1], true) },
  { name: 'Slice first', shapes: [[3, 4]], build: (a) => graph.slice(a, 0, 0, 1) },
  { name: 'Slice middle', shapes: [[2, 5, 2]], build: (a) => graph.slice(a, 1, 1, 4) },
  {
    name: 'Concat',
    shapes: [
      [2, 1],
      [2, 3],
      [2, 2],
    ],
    build: (...parts) => graph.concat(parts, 1),
  },
  { name: 'Softmax', shapes: [[2, 3, 5]], build: graph.softmax },
  { name: 'LogSoftmax', shapes: [[4, 3]], build: graph.logSoftmax },
  {
    name: 'one value used three times',
    shapes: [[3, 3]],
    build: (a) => graph.add(graph.matMul(a, a), graph.softmax(a)),
  },
];

describe('gradients equal finite differences', () => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await loadNodeRuntime();
  });

  it.each(CASES)('$name', async (testCase) => {
    const { shapes, build, low = -1, high = 1, precision = 'float64' } = testCase;
    const { step, allowed } = FINE[precision];
    const random = seededRandom(7);
    const draw = (size: number) =>
      Float64Array.from({ length: size }, () => low + random() * (high - low));
    const operands = shapes.map((shape, i) => graph.input(`x${i}`, shape));
    const result = build(...operands);
    // Weighting each element differently: a gradient that mixes elements up would show.
    const weights = graph.constant([...draw(sizeOf(result.shape))], result.shape);
    const loss = graph.reduceSum(
      graph.mul(result, weights),
      result.shape.map((_, i) => i),
    );
    const results = gradients(loss, operands);
    const outputs = Object.fromEntries(results.map((gradient, i) => [`gradient${i}`, gradient]));
    const session = await runtime.createSession(serialise({ loss, ...outputs }, precision));
    const at = shapes.map((shape) => draw(sizeOf(shape)));

    const run = async (points: Float64Array[]) => {
      const feeds = Object.fromEntries(
        points.map((data, i) => [
          `x${i}`,
          precision === 'float64'
            ? new runtime.Tensor('float64', data, [...(shapes[i] ?? [])])
            : new runtime.Tensor('float32', new Float32Array(data), [...(shapes[i] ?? [])]),
        ]),
      );
      const used = Object.entries(feeds).filter(([name]) => session.inputNames.includes(name));
      const results = await runtime.run(session, Object.fromEntries(used));
      return (name: string) => results[name]?.data as Float64Array;
    };

    const analytic = await run(at);
    for (const [i, point] of at.entries()) {
      const gradient = analytic(`gradient${i}`);
      expect(gradient.length).toBe(point.length);
      for (let k = 0; k < point.length; k++) {
        const shifted = async (by: number) => {
          const moved = at.map((data) => data.slice());
          const entry = moved[i];
          if (entry) entry[k] = (entry[k] ?? 0) + by;
          return (await run(moved))('loss')[0] ?? Number.NaN;
        };
        const numeric = ((await shifted(step)) - (await shifted(-step))) / (2 * step);
        expect(Math.abs((gradient[k] ?? Number.NaN) - numeric)).toBeLessThan(allowed);
      }
    }
    await session.release();
  });
});

describe('gradients', () => {
  it('are zero for a parameter that the loss ignores', () => {
    const [used, ignored] = [graph.input('a', [2]), graph.input('b', [3])];
    const [, gradient] = gradients(graph.reduceSum(used, [0]), [used, ignored]);
    expect(gradient?.shape).toEqual([3]);
  });

  it('refuse a loss of more than one number', () => {
    const a = graph.input('a', [2]);
    expect(() => gradients(a, [a])).toThrow('Gradients are of one number, not of (2).');
  });
});
