import { expect, test } from 'vitest';
import { noticeText } from './notices';

test('a model in memory says what a reload will ask for', () => {
  const said = (why: 'disk-full' | 'no-storage', again: 'fetch' | 'drop') =>
    noticeText({ code: 'memory-only', label: 'Tiny', why, again });
  expect(said('disk-full', 'fetch')).toMatch(
    /^Tiny runs, but there is no room to keep it: .*fetch/,
  );
  expect(said('no-storage', 'fetch')).toMatch(/this browser keeps nothing .*fetched again\.$/);
  expect(said('disk-full', 'drop')).toMatch(/no room to keep its file: .*dropped here again\.$/);
});

test('what failed is a sentence of its own inside another', () => {
  const failure = { code: 'unexpected', detail: 'No such operator' } as const;
  expect(noticeText({ code: 'backbone-only-on-wasm', label: 'Tiny', failure })).toBe(
    'Tiny does not run on the graphics device: No such operator. WebAssembly is used for it.',
  );
});
