/**
 * What `read` gives, at the first attempt or a later one: what can be read then is not lost.
 * @param pauses milliseconds before each further attempt.
 * @param isFinal whether another attempt is of no use.
 * @throws what the last attempt throws.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  pauses: readonly number[],
  isFinal: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await read();
    } catch (error) {
      if (isFinal(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return read();
}
