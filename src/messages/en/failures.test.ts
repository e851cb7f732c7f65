import { expect, test } from 'vitest';
import type { Failure } from '../../vocabulary/failures';
import { failureText } from './failures';
import { noticeText } from './notices';

test.each<[Failure, string]>([
  [{ code: 'unexpected', detail: 'out of memory' }, 'out of memory.'],
  [
    { code: 'worker-died', death: { kind: 'script-failed', detail: null } },
    'The worker died: its script did not load; if the page was renewed since it was opened, reload it.',
  ],
  [
    { code: 'worker-died', death: { kind: 'script-failed', detail: 'out of memory' } },
    'The worker died: out of memory.',
  ],
  [
    { code: 'not-an-image', contents: 'text' },
    'This is not an image: its contents are plain text.',
  ],
  [
    { code: 'image-too-small', width: 1, height: 1, least: 8 },
    '1 × 1 pixel is too small: an image needs at least 8 × 8.',
  ],
  [
    { code: 'image-too-large', width: 20_000, height: 20_000 },
    '20,000 × 20,000 pixels is more than a browser can decode. Scale it down and add it again.',
  ],
  [
    {
      code: 'image-not-prepared',
      cause: { code: 'unexpected', detail: 'RangeError: Array buffer allocation failed' },
    },
    'The browser could not prepare the image (RangeError: Array buffer allocation failed). Make it smaller and add it again.',
  ],
  [
    { code: 'image-not-prepared', cause: { code: 'image-no-canvas' } },
    'The browser could not prepare the image (The browser gave no canvas to scale the image on). Make it smaller and add it again.',
  ],
  [
    { code: 'samples-not-loaded', cause: { code: 'sample-refused', file: 'a.webp', status: 404 } },
    'The samples could not be loaded: the server answered 404 for a.webp.',
  ],
])('%j', (failure, sentence) => {
  expect(failureText(failure)).toBe(sentence);
});

test('a note tells the size that was scaled down', () => {
  expect(noticeText({ code: 'image-scaled-down', width: 12_000, height: 9000 })).toBe(
    '12,000 × 9,000 pixels, scaled down.',
  );
});
