import { expect, it } from 'vitest';
import { METHODS } from '../../probes/methods/list';
import { PAPER_NUMBERS } from '../../study/paper-numbers';
import { entryInSentence, entryName, entrySetting, entryTag, probes } from './probes';

it('describes every method, and says of [CLS] where it is among the tokens', () => {
  for (const { name } of METHODS) expect(probes.description(name)).toMatch(/^[A-Z].*\.$/);
  expect(probes.description('gap_all')).toBe(
    'Global average pooling: every patch counts the same, then a linear classifier. The [CLS] token is one of them.',
  );
  expect(probes.about('knn')).toMatch(/nothing is learned\. \(Wu et al\., CVPR 2018\)$/);
});

it('says what is particular about rows of the paper', () => {
  const remarks = PAPER_NUMBERS.flatMap(({ remark }) =>
    remark ? [probes.paperRemark(remark)] : [],
  );
  expect(remarks).toEqual([
    'no [CLS] token',
    'EP on the patches and the [CLS] token; patches alone 75.7',
    'EP on the patches and the [CLS] token',
  ]);
});

const ep = (queries: number, dOut: number) => ({ name: 'ep', options: { queries, dOut } });

it('always says the number of queries, and d_out where it narrows the values', () => {
  expect(entryName(ep(8, 1))).toBe('EP, 8 queries');
  expect(entryName(ep(1, 4))).toBe('EP, 1 query, d_out 4');
  expect(entrySetting(ep(8, 2))).toBe('8 queries, d_out 2');
  expect(entryInSentence(ep(8, 1))).toBe('EP with 8 queries');
  expect(entryInSentence(ep(8, 2))).toBe('EP with 8 queries and d_out 2');
  expect(entryTag(ep(32, 1))).toBe('EP 32');
  expect(entryTag(ep(8, 2))).toBe('EP 8 · d_out 2');
});

it('says in words what is on or off', () => {
  const abmilp = { name: 'abmilp', options: { selfAttention: 0 } };
  expect(entryName(abmilp)).toBe('AbMILP, self-attention off');
  expect(entryInSentence(abmilp)).toBe('AbMILP with self-attention off');
});

it('is the label alone where there is nothing to set', () => {
  const gap = { name: 'gap', options: {} };
  expect([entryName(gap), entryInSentence(gap), entryTag(gap)]).toEqual(['GAP', 'GAP', 'GAP']);
  expect(entrySetting(gap)).toBe('');
});
