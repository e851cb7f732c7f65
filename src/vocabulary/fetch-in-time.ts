import { inTime } from './in-time';

/** A server that sends nothing for so long is gone. */
const SILENCE_MS = 45_000;

/**
 * Fetches a whole file, however long that takes while something of it comes.
 * @throws `no-answer` when nothing comes any more, else what the browser throws.
 */
export async function fetchInTime(
  url: string,
  init: RequestInit = {},
): Promise<{ response: Response; file: Blob }> {
  const ending = new AbortController();
  try {
    return await inTime(SILENCE_MS, async (heard) => {
      const response = await fetch(url, { ...init, signal: ending.signal });
      heard();
      const parts: Uint8Array<ArrayBuffer>[] = [];
      // A reader, because Safari's streams are no async iterables.
      const reader = response.body?.getReader();
      for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
        heard();
        parts.push(next.value);
      }
      const type = response.headers.get('content-type') ?? '';
      return { response, file: new Blob(parts, { type }) };
    });
  } finally {
    // Whatever of it is still on its way is no more wanted.
    ending.abort();
  }
}
