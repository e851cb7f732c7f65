import { describe, expect, test } from 'vitest';
import { leastVit, unusualModels } from '../../../e2e/fixtures/hostile-models';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { recogniseTokens } from '../import/token-facts';
import { runEncoder } from './run-encoder';

const runtime = await loadNodeRuntime();
const side = 224;
const image = (seed: number) =>
  Float32Array.from({ length: 3 * side * side }, (_, i) => Math.sin(seed + i / 500));

async function tokensOf(model: Uint8Array, pixels: Float32Array, input = 'pixel_values') {
  const session = await runtime.createSession(model);
  const outputs = ['last_hidden_state'];
  const found = await runEncoder(runtime, session, { input, outputs, side, pixels });
  const tokens = found.last_hidden_state;
  if (!tokens) throw new Error('No tokens came.');
  return tokens;
}

describe('the tokens before the patches', () => {
  test.each([
    ['withoutCls', { kind: 'recognised', facts: { prefixTokens: 0, hasCls: false } }],
    ['withPooled', { kind: 'recognised', facts: { prefixTokens: 1, hasCls: true } }],
    ['registers', { kind: 'recognised', facts: { hasCls: true, registers: 4 } }],
    ['fourPrefixTokens', { kind: 'question', question: { about: 'cls', prefixTokens: 4 } }],
  ] as const)('%s', async (which, expected) => {
    const { dims, data } = await tokensOf(unusualModels[which](), image(1));
    const recognised = recogniseTokens(
      { name: 'mine.onnx' },
      {
        device: runtime.device,
        side,
        outputs: [{ name: 'last_hidden_state', dims: [...dims], finite: true, data }],
        milliseconds: { session: 0, run: 0 },
      },
    );
    expect(recognised).toMatchObject(expected);
  });
});

test('a graph of 16-bit inputs and outputs gives 32-bit tokens that differ by rounding', async () => {
  const exact = await tokensOf(leastVit(), image(2));
  const halves = await tokensOf(unusualModels.halves(), image(2), 'half');
  expect(halves.dims).toEqual(exact.dims);
  const worst = Math.max(...halves.data.map((value, i) => Math.abs(value - (exact.data[i] ?? 0))));
  expect(worst).toBeGreaterThan(0);
  expect(worst).toBeLessThan(0.01);
});

test('two images at once give what they give alone', async () => {
  const both = new Float32Array([...image(3), ...image(4)]);
  const together = await tokensOf(leastVit(), both);
  const alone = [
    ...(await tokensOf(leastVit(), image(3))).data,
    ...(await tokensOf(leastVit(), image(4))).data,
  ];
  expect(together.dims).toEqual([2, 197, 8]);
  const worst = Math.max(...together.data.map((value, i) => Math.abs(value - (alone[i] ?? 0))));
  expect(worst).toBeLessThan(1e-5);
});
