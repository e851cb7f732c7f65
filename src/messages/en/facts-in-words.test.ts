import { expect, test } from 'vitest';
import { filesOf } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { prefixInWords, sizeInWords, tokensInWords } from './facts-in-words';

test('tokens and what stands before them', () => {
  expect(tokensInWords({ grid: { height: 14, width: 16 } })).toBe('14 × 16 = 224 tokens');
  const said = (prefixTokens: number, hasCls: boolean) =>
    prefixInWords({ prefixTokens, hasCls, registers: prefixTokens - Number(hasCls) });
  expect(said(0, false)).toBe('no [CLS]');
  expect(said(1, true)).toBe('[CLS]');
  expect(said(5, true)).toBe('[CLS] and 4 registers');
  expect(said(1, false)).toBe('no [CLS], 1 register');
});

test('a size that is known in part says so', () => {
  expect(sizeInWords(filesOf(findBackbone([], 'dino-vits16'), 'fp16'))).toBe('43.7 MB');
  expect(sizeInWords(filesOf(findBackbone([], 'dinov3-small')))).toBe('over 86.5 MB');
  const graph = { path: 'a.onnx', size: null, sha256: null };
  expect(sizeInWords({ graph, data: [] })).toBe('size not known');
});
