import { expect, it } from 'vitest';
import { loadNodeRuntime } from '../testing/onnxruntime-node';
import { hoist } from './hoist';
import { add, exp, input, matMul, mul, reduceMean, reshape, sub, transpose } from './operators';
import { topologicalOrder } from './order';
import { serialise } from './serialise';

const tokens = input('tokens', [2, 3]);
const weight = input('weight', [3, 2]);
const centred = sub(tokens, reduceMean(tokens, [0]));
const inputsOf = (value: Parameters<typeof topologicalOrder>[0]) =>
  topologicalOrder(value).flatMap((found) => (found.kind === 'input' ? [found.name] : []));

it('cuts at the last values that depend on the given inputs alone', () => {
  const { once, outputs } = hoist({ y: matMul(centred, weight), z: exp(centred) }, [tokens]);
  expect(Object.values(once)).toEqual([centred, exp(centred)]);
  expect(inputsOf(Object.values(outputs))).toEqual(['once:0', 'weight', 'once:1']);
});

it('leaves rearrangements of the given inputs where they are', () => {
  const y = matMul(transpose(reshape(tokens, [2, 3])), add(transpose(weight), 1));
  const { once, outputs } = hoist({ y }, [tokens]);
  expect(once).toEqual({});
  expect(outputs.y).toBe(y);
});

it('gives the same numbers in two runs as in one', async () => {
  const runtime = await loadNodeRuntime();
  const y = mul(matMul(centred, weight), reduceMean(mul(tokens, tokens), [0, 1]));
  const feeds = {
    tokens: new runtime.Tensor('float32', new Float32Array([1, 2, 3, 5, 8, 13]), [2, 3]),
    weight: new runtime.Tensor('float32', new Float32Array([1, -1, 2, 0.5, 0, 3]), [3, 2]),
  };
  const whole = await runtime.createSession(serialise({ y }));
  const expected = await runtime.run(whole, feeds);
  const { once, outputs } = hoist({ y }, [tokens]);
  const first = await runtime.createSession(serialise(once));
  const prepared = await runtime.run(first, { tokens: feeds.tokens });
  const second = await runtime.createSession(serialise(outputs));
  const actual = await runtime.run(second, { ...prepared, weight: feeds.weight });
  expect(actual.y?.data).toEqual(expected.y?.data);
});
