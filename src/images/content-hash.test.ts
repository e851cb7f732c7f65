import { afterEach, describe, expect, it, vi } from 'vitest';
import { contentHash, plainHash } from './content-hash';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('contentHash', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is SHA-256', async () => {
    expect(await contentHash(bytes('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('falls back where the page is not secure', async () => {
    vi.stubGlobal('crypto', {});
    expect(await contentHash(bytes('abc'))).toBe(plainHash(bytes('abc')));
  });
});

describe('plainHash', () => {
  it('tells a hundred thousand near neighbours apart', () => {
    const hashes = new Set<string>();
    for (let i = 0; i < 100_000; i++) hashes.add(plainHash(bytes(String(i).padStart(8, '0'))));
    expect(hashes.size).toBe(100_000);
  });

  it('counts order, zeros and length', () => {
    const all = ['', '\0', '\0\0', 'ab', 'ba'].map((text) => plainHash(bytes(text)));
    expect(new Set(all).size).toBe(all.length);
  });
});
