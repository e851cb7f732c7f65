import { expect, it } from 'vitest';
import { findProbe } from '../../probes/methods/list';
import { mapCount } from './map-count';

it.each([
  ['ep', { queries: 12 }, 12],
  ['gap', {}, 0],
  ['aim', {}, 16],
  ['jepa', {}, 16],
  ['simpool', {}, 1],
])('%s %o gives %i maps', (name, options, expected) => {
  expect(mapCount({ probe: findProbe(name), options, patches: 196, width: 384 })).toBe(expected);
});
