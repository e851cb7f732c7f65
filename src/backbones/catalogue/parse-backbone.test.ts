import { expect, test } from 'vitest';
import { failureOf } from '../../vocabulary/failures';
import type { FieldFault } from '../../vocabulary/models';
import { type Backbone, FAMILIES } from '../backbone';
import { BACKBONES, findBackbone } from './catalogue';
import { parseBackbone } from './parse-backbone';

const own: Backbone = {
  ...findBackbone('dinov2-small'),
  id: 'own:1',
  source: {
    kind: 'own',
    files: {
      graph: {
        path: 'tiny.onnx',
        size: { bytes: 12, exact: true },
        sha256: 'ab'.repeat(32),
      },
      data: [],
    },
  },
  licence: null,
};

test.each([...BACKBONES, own])('$label comes back from storage as it was', (entry) => {
  const stored: unknown = JSON.parse(JSON.stringify({ ...entry, leftover: 1 }));
  expect(parseBackbone(stored)).toEqual(entry);
});

test('an entry that an earlier version stored is read, whatever else it holds', () => {
  const licence = { name: 'Not known', url: null };
  expect(parseBackbone({ ...own, licence, paperNote: 'A sentence.' })).toEqual(own);
});

/** Where a stored backbone can't be read, and why. */
function faultOf(stored: unknown): [field: string, fault: FieldFault] | null {
  try {
    parseBackbone(stored);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'backbone-field-unreadable') return [failure.field, failure.fault];
  }
  return null;
}

const count: FieldFault = { kind: 'no-count', least: 1 };
test.each<[string, (entry: Record<string, unknown>) => void, string, FieldFault]>([
  ['no width', (entry) => delete entry.width, 'width', count],
  ['half a width', (entry) => (entry.width = 1.5), 'width', count],
  [
    'another grid',
    (entry) => (entry.grid = { height: 16, width: 14 }),
    'grid',
    { kind: 'grid-size', crop: 224, held: 16, patch: 14, side: 14 },
  ],
  [
    'lost registers',
    (entry) => (entry.registers = 4),
    'prefixTokens',
    { kind: 'prefix-count', prefixTokens: 1, hasCls: true, registers: 4 },
  ],
  [
    'a new family',
    (entry) => (entry.family = 'magic'),
    'family',
    { kind: 'no-choice', choices: FAMILIES },
  ],
  ['no files', (entry) => (entry.source = { kind: 'own' }), 'source.files', { kind: 'missing' }],
  [
    'an odd licence',
    (entry) => (entry.licence = { name: 'x', url: 'javascript:0' }),
    'licence.url',
    { kind: 'no-address' },
  ],
  ['a batch of none', (entry) => (entry.batch = 0), 'batch', count],
])('%s is named', (_, spoil, field, fault) => {
  const entry: Record<string, unknown> = structuredClone({ ...own });
  spoil(entry);
  expect(faultOf(entry)).toEqual([field, fault]);
});

test.each<[string, object, FieldFault]>([
  ['crop', { resize: 100 }, { kind: 'crop-size', crop: 224, resize: 100 }],
  ['std', { std: [1, 0, 1] }, { kind: 'deviation-not-positive' }],
  ['mean', { mean: [1, Number.NaN, 1] }, { kind: 'not-three-numbers' }],
  ['resample', { resample: 'nearest' }, { kind: 'no-choice', choices: ['bicubic', 'bilinear'] }],
])('a preprocessing without a sound %s is named', (field, change, fault) => {
  const preprocessing = { ...own.preprocessing, ...change };
  expect(faultOf({ ...own, preprocessing })).toEqual([`preprocessing.${field}`, fault]);
});

test.each<[string, object, string, FieldFault['kind']]>([
  ['url', { path: 'javascript:0' }, 'source.files', 'path-no-address'],
  ['bundled', { path: 'https://elsewhere.example/x' }, 'source.files', 'path-outside-page'],
  ['bundled', { path: '//elsewhere.example/x' }, 'source.files', 'path-outside-page'],
  ['own', { sha256: null }, 'source.files', 'path-without-hash'],
  ['own', { sha256: 'abc' }, 'source.files.graph.sha256', 'no-hash'],
])('a source of kind %s cannot point elsewhere', (kind, change, field, fault) => {
  const graph = { path: 'a.onnx', size: null, sha256: 'ab'.repeat(32), ...change };
  const source = { kind, files: { graph, data: [] } };
  expect(faultOf({ ...own, source })).toEqual([field, expect.objectContaining({ kind: fault })]);
});

test.each([null, 'x', 3, []])('%j is no backbone', (value) => {
  expect(() => parseBackbone(value)).toThrow('no-backbone-record');
});
