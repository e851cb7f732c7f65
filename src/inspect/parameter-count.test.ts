import { expect, test } from 'vitest';
import { findProbe } from '../probes/list';
import { parameterCount } from './parameter-count';

test.each([
  ['gap', {}, 769_000],
  ['ep', { queries: 8, dOut: 1 }, 1_364_968],
  ['ep', { queries: 64, dOut: 4 }, 389_608],
])('%s %o has the published number of parameters', (name, options, expected) => {
  expect(parameterCount(findProbe(name), options, { patches: 196, width: 768 }, 1000)).toBe(
    expected,
  );
});
