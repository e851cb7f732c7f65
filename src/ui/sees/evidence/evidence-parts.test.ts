import { expect, test } from 'vitest';
import { attributeLogit } from '../../../analysis/attribution';
import { en } from '../../../messages/en/index';
import type { Evidence } from '../../../vocabulary/evidence';
import { partsOfLogit, partsOfPatch } from './evidence-parts';

const evidence: Evidence = {
  imageId: 'a',
  classIndex: 0,
  against: null,
  queries: 2,
  patches: 2,
  weights: new Float32Array([1, 0.25, 0, -0.5]),
  cls: null,
  constant: 0.125,
  logit: 0.875,
};

test('the parts of a logit, each in its bar, and in words', () => {
  const { values, reach, text } = partsOfLogit(attributeLogit(evidence), true, true, en);
  expect(Object.fromEntries(values)).toEqual({
    'query-0': 1.25,
    'query-1': -0.5,
    constant: 0.13,
    total: 0.875,
  });
  expect(reach).toEqual({ up: 1.25, down: 0.5 });
  expect(text).toBe('queries +0.75, constant +0.13 = +0.88');
});

test('a sum that is not the logit is not called equal', () => {
  const wrong = attributeLogit({ ...evidence, logit: 0.9 });
  expect(partsOfLogit(wrong, true, true, en).text).toContain('≈ +0.90');
});

test('without queries the patches speak together, or [CLS] alone', () => {
  const gap = { ...evidence, queries: 1, patches: 4 };
  expect(partsOfLogit(attributeLogit(gap), false, true, en).text).toMatch(
    /^patches \+0\.75, constant/,
  );
  const linear = {
    ...evidence,
    queries: 1,
    patches: 0,
    weights: new Float32Array(),
    cls: new Float32Array([0.75]),
  };
  const parts = partsOfLogit(attributeLogit(linear), false, false, en);
  expect([...parts.values.keys()]).toEqual(['cls', 'constant', 'total']);
  expect(parts.text).toBe('[CLS] +0.75, constant +0.13 = +0.88');
});

test('what one patch adds, and through which query most', () => {
  const { values, text } = partsOfPatch(evidence, 1, 1, en);
  expect(Object.fromEntries(values)).toEqual({ 'query-0': 0.25, 'query-1': -0.5, total: -0.25 });
  expect(text).toBe('−0.250, most through query 2, −0.500');
  expect(partsOfPatch({ ...evidence, queries: 1 }, 0, 1, en).text).toBe('+1.000');
});
