import { expect, test } from 'vitest';
import { probeFor } from './probe-for';

const WITH = { hasCls: true, width: 384 };
const WITHOUT = { hasCls: false, width: 384 };

test('a probe that the tokens allow stays as it is', () => {
  const choice = { name: 'ep_all', options: { queries: 8, dOut: 1 } };
  expect(probeFor(WITH, choice)).toBe(choice);
});

test('without [CLS] the same probe reads the patches, and EP stands in for what has no such form', () => {
  const options = { queries: 16, dOut: 2 };
  expect(probeFor(WITHOUT, { name: 'ep_all', options })).toEqual({ name: 'ep', options });
  expect(probeFor(WITHOUT, { name: 'linear', options: {} }).name).toBe('ep');
  expect(probeFor(WITHOUT, { name: 'gone', options: {} }).name).toBe('ep');
});

test('settings that a width does not allow become the nearest smaller ones', () => {
  const choice = { name: 'ep', options: { queries: 32, dOut: 1 } };
  expect(probeFor({ hasCls: false, width: 200 }, choice).options).toEqual({ queries: 25, dOut: 1 });
});
