/** It has not answered within its time, and is not waited for any longer. */
export class NoAnswer extends Error {}

/**
 * The same answer, where it comes in time.
 * @throws `NoAnswer` after so many milliseconds.
 */
export async function withinTime<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
