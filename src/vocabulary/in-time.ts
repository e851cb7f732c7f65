import { AppError } from './failures';

/** A time is counted in so many beats: a computer that slept through it has missed only one. */
const BEATS = 5;

/**
 * What `work` gives, also where it throws at once instead of rejecting.
 * @param silenceMs how long nothing may be heard; `work` gets a function that says that it still hears
 * something.
 * @throws what `work` throws; `no-answer` when nothing was heard for so long. What comes after that is
 * passed over.
 */
export function inTime<T>(
  silenceMs: number,
  work: (heard: () => void) => T | PromiseLike<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let beats = 0;
    const timer = setInterval(() => {
      beats += 1;
      if (beats < BEATS) return;
      clearInterval(timer);
      reject(new AppError({ code: 'no-answer', seconds: Math.round(silenceMs / 1000) }));
    }, silenceMs / BEATS);
    const heard = () => {
      beats = 0;
    };
    new Promise<T>((begun) => begun(work(heard)))
      .finally(() => clearInterval(timer))
      .then(resolve, reject);
  });
}

/** Whether something was given up because nothing was heard of it. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'no-answer';
}
