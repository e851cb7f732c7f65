import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Read at once; a file of hundreds of megabytes never lies in memory as a whole. */
const STEP_BYTES = 4 * 2 ** 20;

/**
 * SHA-256 of a file in hexadecimal, on any page, served securely or not.
 * @param onProgress bytes read so far.
 * @throws `AbortError` when `signal` aborts, the browser's own error when the file can't be read.
 */
export async function hashFile(
  file: Blob,
  { onProgress, signal }: { onProgress?: (loaded: number) => void; signal?: AbortSignal } = {},
): Promise<string> {
  const hash = sha256.create();
  for (let start = 0; start < file.size; start += STEP_BYTES) {
    signal?.throwIfAborted();
    const part = file.slice(start, start + STEP_BYTES);
    hash.update(new Uint8Array(await part.arrayBuffer()));
    onProgress?.(start + part.size);
  }
  return bytesToHex(hash.digest());
}
