import { expect, test } from 'vitest';
import { testImages } from '../../testing/test-images';
import { tokensRevision } from './tokens-revision';

test('is the same for the same images, whatever else changes', () => {
  const images = testImages('a', ['1', '2']);
  const revision = tokensRevision(images);
  expect(tokensRevision(images)).toBe(revision);
  expect(tokensRevision(images.map((image) => ({ ...image, name: 'renamed.png' })))).toBe(revision);
  expect(tokensRevision([...images, ...testImages('a', ['3'], 'waiting')])).toBe(revision);
});

test('changes when tokens come or go, and when an image changes its class', () => {
  const revisions = [
    testImages('a', []),
    testImages('a', ['1']),
    testImages('a', ['1', '2']),
    testImages('a', ['12']),
    testImages('b', ['1', '2']),
    [...testImages('a', ['1']), ...testImages('b', ['2'])],
    testImages('a', ['2']),
  ].map(tokensRevision);
  expect(new Set(revisions).size).toBe(revisions.length);
});
