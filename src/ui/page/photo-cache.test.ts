import { expect, test } from 'vitest';
import { testPromise } from '../../testing/test-promise';
import { type Photo, PhotoCache } from './photo-cache';

/** A cache whose pictures are decoded when, and as, the test says. */
function testCache() {
  const begun: { url: string; answer: ReturnType<typeof testPromise<Photo>> }[] = [];
  const cache = new PhotoCache((url) => {
    const answer = testPromise<Photo>();
    begun.push({ url, answer });
    return answer.promise;
  });
  return { cache, begun };
}

const photo = (url: string) => ({ url }) as Photo;

test('a picture is decoded once', async () => {
  const { cache, begun } = testCache();
  const first = cache.load('a');
  expect(cache.load('a')).toBe(first);
  begun[0]?.answer.resolve(photo('a'));
  expect(await cache.load('a')).toEqual({ url: 'a' });
  expect(begun).toHaveLength(1);
});

test('a picture that could not be read is tried again, however it was asked for', async () => {
  const { cache, begun } = testCache();
  const first = cache.load('a');
  begun[0]?.answer.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  const second = cache.load('a');
  expect(begun).toHaveLength(2);
  begun[1]?.answer.resolve(photo('a'));
  expect(await second).toEqual({ url: 'a' });
});

test('one that fails after it was evicted does not take a newer one with it', async () => {
  const { cache, begun } = testCache();
  const first = cache.load('a');
  for (let other = 0; other < 32; other++) cache.load(`other ${other}`);
  const second = cache.load('a');
  expect(second).not.toBe(first);
  begun[0]?.answer.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  expect(cache.load('a')).toBe(second);
});
