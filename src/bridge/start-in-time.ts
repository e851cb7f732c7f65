import { AppError } from '../vocabulary/failures';
import { inTime, isNoAnswer } from '../vocabulary/in-time';

/**
 * What a fresh worker is asked before its first use. It may answer every ping and yet never be done, as
 * where the runtime's WebAssembly is never compiled: then it is ended, which nothing else would do.
 * @param silenceMs how long no step may end; `start` gets a function that says that one did, and how
 * long the next may take.
 * @throws what `start` throws; `start-silent` when it took too long.
 */
export async function startInTime<T>(
  client: { end(): void },
  silenceMs: number,
  start: (heard: (nextMs?: number) => void) => Promise<T>,
): Promise<T> {
  try {
    return await inTime(silenceMs, start);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    client.end();
    const { failure } = error;
    throw new AppError({ code: 'start-silent', seconds: failure.seconds });
  }
}
