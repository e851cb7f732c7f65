/**
 * A name for a file's contents: SHA-256 in hexadecimal. A page opened over plain HTTP from another
 * machine has no SHA-256; there it is two 53-bit hashes and the length, which is enough to tell a
 * person's images apart.
 */
export async function contentHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return plainHash(bytes);
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The fallback; exported for its test. */
export function plainHash(bytes: Uint8Array): string {
  const parts = [hash53(bytes, 0), hash53(bytes, 0x9e3779b9)];
  return `plain-${parts.map((part) => part.toString(16)).join('-')}-${bytes.length}`;
}

/** Two multiplicative 32-bit hashes side by side, mixed at the end. */
function hash53(bytes: Uint8Array, seed: number): number {
  let low = 0x811c9dc5 ^ seed;
  let high = 0x41c6ce57 ^ seed;
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x5bd1e995);
    high ^= low >>> 15;
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return 2 ** 32 * (high & 0x1fffff) + (low >>> 0);
}
