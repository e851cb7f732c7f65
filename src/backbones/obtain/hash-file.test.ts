import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashFile } from './hash-file';

test('is the SHA-256 that everyone else finds, over several steps', async () => {
  const bytes = Uint8Array.from({ length: 9_000_001 }, (_, index) => (index * 31) % 251);
  const seen: number[] = [];
  const hash = await hashFile(new Blob([bytes]), { onProgress: (loaded) => seen.push(loaded) });
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(seen.length).toBe(3);
  expect(seen.at(-1)).toBe(bytes.length);
  expect(await hashFile(new Blob([]))).toBe(createHash('sha256').digest('hex'));
});

test('can be cancelled', async () => {
  const signal = AbortSignal.abort();
  await expect(hashFile(new Blob(['x']), { signal })).rejects.toMatchObject({ name: 'AbortError' });
});
