import { expect, it } from 'vitest';
import { findProbe } from '../../probes/methods/list';
import { headLayout, parameterCount } from './head';

const BASE = { patches: 196, width: 768, classes: 1000 };
const SMALL = { patches: 256, width: 384, classes: 1000 };

it.each([
  ['linear', {}, BASE, 769_000],
  ['gap', {}, BASE, 769_000],
  ['ep', { queries: 8 }, BASE, 1_364_968],
  ['ep', { queries: 16 }, BASE, 1_371_112],
  ['ep', { queries: 32 }, BASE, 1_383_400],
  ['ep', { queries: 64 }, BASE, 1_407_976],
  ['ep', { queries: 32, dOut: 2 }, BASE, 704_488],
  ['ep', { queries: 64, dOut: 4 }, BASE, 389_608],
  ['abmilp', {}, BASE, 3_720_425],
  ['abmilp', { selfAttention: 0 }, BASE, 1_360_361],
  ['simpool', {}, BASE, 1_950_184],
  ['esimpool', {}, BASE, 770_536],
  ['clip', {}, BASE, 3_284_200],
  ['siglip', {}, BASE, 7_854_568],
  ['aim', {}, BASE, 1_949_416],
  ['cbam', {}, BASE, 842_828],
  ['coca', {}, BASE, 1_805_032],
  ['cait', {}, BASE, 7_860_712],
  ['dinovit', {}, BASE, 7_854_568],
  ['jepa', {}, BASE, 7_857_640],
  ['dolg', {}, BASE, 1_361_897],
  ['cae', {}, BASE, 3_135_976],
  ['ep', { queries: 32 }, SMALL, 544_744],
  ['ep', { queries: 8 }, SMALL, 535_528],
  ['aim', {}, SMALL, 680_296],
  ['jepa', {}, SMALL, 2_159_848],
  ['coca', {}, SMALL, 903_016],
])('%s %o has as many parameters as the authors count', (name, options, size, expected) => {
  const layout = headLayout(findProbe(name), options, size, size.classes);
  expect(parameterCount(layout)).toBe(expected);
});
