import { expect, test } from 'vitest';
import { sequence } from './sequence';

test('a task starts only when the one before it has ended', async () => {
  const inOrder = sequence();
  const log: string[] = [];
  const task = (name: string, ms: number) => () =>
    new Promise<void>((resolve) => {
      log.push(`${name} starts`);
      setTimeout(() => {
        log.push(`${name} ends`);
        resolve();
      }, ms);
    });
  await Promise.all([inOrder(task('a', 15)), inOrder(task('b', 1))]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

test('a failing task does not hold up the next', async () => {
  const inOrder = sequence();
  const failing = inOrder(() => Promise.reject(new Error('broken')));
  const next = inOrder(() => Promise.resolve(7));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe(7);
});
