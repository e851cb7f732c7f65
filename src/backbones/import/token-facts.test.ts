import { expect, test } from 'vitest';
import type { TrialRun } from './api';
import { recogniseTokens } from './token-facts';

const model = { name: 'mine.onnx' };

function run(dims: number[], side = 224, name = 'tokens'): TrialRun {
  return {
    device: { kind: 'wasm', threads: 1 },
    side,
    outputs: [{ name, dims, finite: true, data: new Float32Array() }],
    milliseconds: { session: 1, run: 1 },
  };
}

test.each([
  // tokens, side, grid, patch, prefix, [CLS], registers
  [197, 224, 14, 16, 1, true, 0],
  [196, 224, 14, 16, 0, false, 0],
  [257, 224, 16, 14, 1, true, 0],
  [261, 224, 16, 14, 5, true, 4],
  [785, 224, 28, 8, 1, true, 0],
  [50, 224, 7, 32, 1, true, 0],
  [577, 384, 24, 16, 1, true, 0],
  [1374, 518, 37, 14, 5, true, 4],
  // 256 pixels hold 18 whole patches of 14.
  [325, 256, 18, 14, 1, true, 0],
] as const)(
  '%i tokens of %i pixels',
  (tokens, side, grid, patch, prefixTokens, hasCls, registers) => {
    expect(recogniseTokens(model, run([1, tokens, 192], side))).toEqual({
      kind: 'recognised',
      facts: { output: 'tokens', side, grid, patch, prefixTokens, hasCls, registers, width: 192 },
    });
  },
);

test('four tokens before the patches: the person says what they are', () => {
  const asked = recogniseTokens(model, run([1, 200, 192]));
  expect(asked).toEqual({ kind: 'question', question: { about: 'cls', prefixTokens: 4 } });
  expect(recogniseTokens(model, run([1, 200, 192]), { hasCls: true })).toMatchObject({
    facts: { hasCls: true, registers: 3 },
  });
  expect(recogniseTokens(model, run([1, 200, 192]), { hasCls: false })).toMatchObject({
    facts: { hasCls: false, registers: 4 },
  });
});

test.each([130, 225, 245])('%i tokens of 224 pixels are no grid', (tokens) => {
  expect(recogniseTokens(model, run([1, tokens, 192]))).toMatchObject({
    kind: 'unusable',
    failure: { code: 'tokens-without-grid', file: 'mine.onnx', tokens, side: 224 },
  });
});

test('outputs that turn out to be no tokens', () => {
  expect(recogniseTokens(model, run([1, 512], 224, 'image_embeds'))).toMatchObject({
    kind: 'unusable',
    failure: { code: 'run-gives-no-tokens', outputs: [{ name: 'image_embeds', dims: [1, 512] }] },
  });
});

test('of several whose shape only the run could tell, the one with tokens; else a question', () => {
  const maps = run([1, 8, 14, 14], 224, 'maps');
  const tokens = run([1, 197, 8], 224, 'late');
  const more = run([1, 197, 8], 224, 'early');
  const both = { ...tokens, outputs: [...maps.outputs, ...tokens.outputs] };
  expect(recogniseTokens(model, both)).toMatchObject({ facts: { output: 'late' } });
  const three = { ...tokens, outputs: [...both.outputs, ...more.outputs] };
  expect(recogniseTokens(model, three)).toMatchObject({
    question: { about: 'output', candidates: [{ name: 'late' }, { name: 'early' }] },
  });
  expect(recogniseTokens(model, three, { output: 'early' })).toMatchObject({
    facts: { output: 'early' },
  });
});

test('tokens that are not finite', () => {
  const [output] = run([1, 197, 8]).outputs;
  const bad = { ...run([1, 197, 8]), outputs: output ? [{ ...output, finite: false }] : [] };
  expect(recogniseTokens(model, bad)).toMatchObject({
    kind: 'unusable',
    failure: { code: 'run-gives-not-finite' },
  });
});
