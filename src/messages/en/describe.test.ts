import { expect, test } from 'vitest';
import { placeOfWeight, placesOfEvidence } from '../../analysis/map-place';
import { EARLIER_STUDY } from '../../state/slices/inspector';
import { randomMaps } from '../../testing/random-maps';
import { testRun } from '../../testing/test-run';
import type { Grid } from '../../vocabulary/maps';
import { describe } from './describe';

const grid = { height: 8, width: 8 };
const describeMap = (map: Float32Array, on: Grid) => describe.map(placeOfWeight(map, on));
const describeEvidence = (values: Float32Array, on: Grid) =>
  describe.evidence(placesOfEvidence(values, on));
const at = (places: Record<number, number>, rest = 0) =>
  Float32Array.from({ length: 64 }, (_, n) => places[n] ?? rest);

test('one place is named, and with how much of the weight', () => {
  expect(describeMap(at({ 0: 1 }), grid)).toBe('100 % in the upper left');
  expect(describeMap(at({ 9: 0.62, 63: 0.38 }), grid)).toBe('62 % in the upper left');
  expect(describeMap(at({ 27: 0.5, 36: 0.5 }), grid)).toBe('100 % in the middle');
  expect(describeMap(at({ 3: 0.4, 4: 0.4, 56: 0.2 }), grid)).toBe('80 % at the top');
  expect(describeMap(at({ 31: 0.5, 39: 0.5 }), grid)).toBe('100 % on the right');
  expect(describeMap(at({ 56: 1 }), grid)).toBe('100 % in the lower left');
});

test('says so where there is no such place', () => {
  expect(describeMap(at({}, 1 / 64), grid)).toBe('spread evenly');
  expect(describeMap(at({ 0: 0.25, 7: 0.25, 56: 0.25, 63: 0.25 }), grid)).toBe(
    'spread over the image',
  );
});

test('odd grids have halves too', () => {
  const uniform = new Float32Array(35).fill(1 / 35);
  expect(describeMap(uniform, { height: 5, width: 7 })).toBe('spread evenly');
  const last = new Float32Array(35);
  last[34] = 1;
  expect(describeMap(last, { height: 5, width: 7 })).toBe('100 % in the lower right');
});

test('whatever the map, the share named is one', () => {
  for (let seed = 0; seed < 20; seed++) {
    const words = describeMap(randomMaps(1, 64, seed, seed / 4), grid);
    const share = /^(\d+) % /.exec(words)?.[1];
    if (share === undefined) expect(words).toMatch(/^spread/);
    else {
      expect(Number(share)).toBeGreaterThanOrEqual(35);
      expect(Number(share)).toBeLessThanOrEqual(100);
    }
  }
});

test('evidence is described by its sign', () => {
  expect(describeEvidence(at({ 0: 3, 1: 1, 59: -1, 60: -1 }), grid)).toBe(
    'most for: upper left; most against: bottom',
  );
  expect(describeEvidence(at({}, 0.1), grid)).toBe(
    'most for: spread over the image; most against: nothing',
  );
});

test('patches are counted from 1', () => {
  expect(describe.patch(0, grid)).toBe('row 1, column 1');
  expect(describe.patch(17, { height: 5, width: 7 })).toBe('row 3, column 4');
});

test('a head is told by its accuracy, its recipe, and where it comes from', () => {
  const run = testRun('a', ['1', '2']);
  expect(describe.head({ run, studyKey: null })).toBe(
    'Training accuracy 100 %, 2 of 2 images · Small data, queries started at clusters',
  );
  const heldOut = { ...run, result: { ...run.result, heldOut: { correct: 13, total: 15 } } };
  expect(describe.head({ run: heldOut, studyKey: 'gap' })).toBe(
    'Held-out accuracy 87 %, 13 of 15 images · Small data, queries started at clusters · from the comparison',
  );
  const gap = { ...run, probe: { name: 'gap', options: {} } };
  expect(describe.head({ run: gap, studyKey: null })).toMatch(/· Small data$/);
  expect(describe.head({ run: heldOut, studyKey: EARLIER_STUDY })).toMatch(
    /an earlier comparison$/,
  );
});

test('a thumbnail says what its marks show', () => {
  expect(describe.state({ kind: 'ready' }, false, false)).toBe('');
  expect(describe.state({ kind: 'waiting' }, true, true)).toBe(
    'waiting for its tokens, held out, predicted wrongly',
  );
});
