import { expect, test } from 'vitest';
import type { Evidence } from '../vocabulary/evidence';
import { attributeLogit, evidenceMap } from './attribution';

const evidence: Evidence = {
  imageId: 'a',
  classIndex: 1,
  against: null,
  queries: 2,
  patches: 3,
  weights: new Float32Array([1, -2, 0.5, 0, 4, -1]),
  cls: new Float32Array([0.25, 0.5]),
  constant: -1,
  logit: 2.25,
};

test('adds up by query, by [CLS] and in all', () => {
  expect(attributeLogit(evidence)).toEqual({
    perQuery: new Float64Array([-0.5, 3]),
    cls: 0.75,
    constant: -1,
    total: 2.25,
    logit: 2.25,
    difference: 0,
  });
  expect(attributeLogit({ ...evidence, cls: null })).toMatchObject({
    cls: null,
    difference: -0.75,
  });
});

test('a probe that reads no patch has a constant and [CLS]', () => {
  const none = { ...evidence, queries: 1, patches: 0, weights: new Float32Array() };
  expect(attributeLogit({ ...none, cls: new Float32Array([3.25]) })).toMatchObject({ total: 2.25 });
});

test('adds up by patch', () => {
  expect([...evidenceMap(evidence, null)]).toEqual([1, 2, -0.5]);
  expect([...evidenceMap(evidence, 1)]).toEqual([0, 4, -1]);
});
