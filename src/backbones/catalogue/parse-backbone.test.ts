import { expect, test } from 'vitest';
import { failureText } from '../../messages/en/failures';
import { failureOf } from '../../vocabulary/failures';
import type { Backbone } from '../backbone';
import { BACKBONES, findBackbone } from './catalogue';
import { parseBackbone } from './parse-backbone';

/** What the page says of something that is none. */
function complaint(stored: unknown): string {
  try {
    parseBackbone(stored);
  } catch (error) {
    return failureText(failureOf(error));
  }
  return 'none';
}

const own: Backbone = {
  ...findBackbone([], 'dinov2-small'),
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
  ['no preprocessing', (entry) => delete entry.preprocessing, /"preprocessing" is missing/],
  ['no kind of source', (entry) => (entry.source = {}), /"source.kind" is none of bundled, url/],
  [
    'a hub without files',
    (entry) => (entry.source = { kind: 'hub', repo: 'a/b', revision: 'main', precisions: {} }),
    /"source.precisions" holds no files/,
  ],
  [
    'a hub without a repository',
    (entry) => (entry.source = { kind: 'hub', repo: 'a', revision: 'main', precisions: {} }),
    /"source.repo" is no "owner\/name"/,
  ],
  [
    'data that is no list',
    (entry) => {
      const graph = { path: 'a.onnx', size: null, sha256: 'ab'.repeat(32) };
      entry.source = { kind: 'own', files: { graph, data: 'none' } };
    },
    /"source.files.data" is no list/,
  ],
  ['neither CLS nor none', (entry) => (entry.hasCls = 1), /"hasCls" is neither true nor false/],
  ['a batch of none', (entry) => (entry.batch = 0), /"batch" is no whole number from 1/],
])('%s is named', (_, spoil, sentence) => {
  const entry: Record<string, unknown> = structuredClone({ ...own });
  spoil(entry);
  expect(complaint(entry)).toMatch(sentence);
});

test.each<[string, object, RegExp]>([
  ['resize', { resize: 100 }, /"preprocessing.crop" is 224 pixels, more than the 100/],
  ['std', { std: [1, 0, 1] }, /"preprocessing.std" holds a deviation that is not above 0/],
  ['mean', { mean: [1, Number.NaN, 1] }, /"preprocessing.mean" is not three numbers/],
  ['resample', { resample: 'nearest' }, /"preprocessing.resample" is none of bicubic, bilinear/],
])('a preprocessing without a sound %s is named', (_, change, sentence) => {
  const preprocessing = { ...own.preprocessing, ...change };
  expect(complaint({ ...own, preprocessing })).toMatch(sentence);
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
  expect(complaint({ ...own, source })).toMatch(sentence);
});

test.each([null, 'x', 3, []])('%j is no backbone', (value) => {
  expect(complaint(value)).toBe('This is no backbone.');
});
