import { expect, it } from 'vitest';
import { entryInSentence, entryName, entrySetting, entryTag } from './entry-name';

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
