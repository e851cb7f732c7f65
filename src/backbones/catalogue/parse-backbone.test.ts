import { expect, test } from 'vitest';
import type { Backbone } from '../backbone';
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
  licence: { name: 'Not known', url: null },
};

test.each([...BACKBONES, own])('$label comes back from storage as it was', (entry) => {
  const stored: unknown = JSON.parse(JSON.stringify({ ...entry, leftover: 1 }));
  expect(parseBackbone(stored)).toEqual(entry);
});

test.each<[string, (entry: Record<string, unknown>) => void, RegExp]>([
  ['no width', (entry) => delete entry.width, /"width" is no whole number from 1/],
  ['half a width', (entry) => (entry.width = 1.5), /"width" is no whole number from 1/],
  [
    'another grid',
    (entry) => (entry.grid = { height: 16, width: 14 }),
    /"grid" does not fit.*16 patches of 14, not 14/,
  ],
  ['lost registers', (entry) => (entry.registers = 4), /"prefixTokens" is 1, where .* make 5/],
  ['a new family', (entry) => (entry.family = 'magic'), /"family" is none of MIM/],
  ['no files', (entry) => (entry.source = { kind: 'own' }), /"source.files" is missing/],
  [
    'an odd licence',
    (entry) => (entry.licence = { name: 'x', url: 'javascript:0' }),
    /"licence.url" is no address/,
  ],
  ['a batch of none', (entry) => (entry.batch = 0), /"batch" is no whole number from 1/],
])('%s is named', (_, spoil, sentence) => {
  const entry: Record<string, unknown> = structuredClone({ ...own });
  spoil(entry);
  expect(() => parseBackbone(entry)).toThrow(sentence);
});

test.each<[string, object, RegExp]>([
  ['resize', { resize: 100 }, /"preprocessing.crop" is 224 pixels, more than the 100/],
  ['std', { std: [1, 0, 1] }, /"preprocessing.std" holds a deviation that is not above 0/],
  ['mean', { mean: [1, Number.NaN, 1] }, /"preprocessing.mean" is not three numbers/],
  ['resample', { resample: 'nearest' }, /"preprocessing.resample" is none of bicubic, bilinear/],
])('a preprocessing without a sound %s is named', (_, change, sentence) => {
  const preprocessing = { ...own.preprocessing, ...change };
  expect(() => parseBackbone({ ...own, preprocessing })).toThrow(sentence);
});

test.each<[string, object, RegExp]>([
  ['url', { path: 'javascript:0' }, /holds "javascript:0", which is no address/],
  ['bundled', { path: 'https://elsewhere.example/x' }, /not a path within the page/],
  ['bundled', { path: '//elsewhere.example/x' }, /not a path within the page/],
  ['own', { sha256: null }, /without its SHA-256/],
  ['own', { sha256: 'abc' }, /"source.files.graph.sha256" is no SHA-256/],
])('a source of kind %s cannot point elsewhere', (kind, change, sentence) => {
  const graph = { path: 'a.onnx', size: null, sha256: 'ab'.repeat(32), ...change };
  const source = { kind, files: { graph, data: [] } };
  expect(() => parseBackbone({ ...own, source })).toThrow(sentence);
});

test.each([null, 'x', 3, []])('%j is no backbone', (value) => {
  expect(() => parseBackbone(value)).toThrow('This is no backbone.');
});
