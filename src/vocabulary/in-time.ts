import { AppError, type Failure } from './failures';

/** A time is counted in so many beats: a computer that slept through it has missed only one. */
const BEATS = 5;

/**
 * What `work` gives, also where it throws at once instead of rejecting.
 * @param silenceMs how long nothing may be heard; `work` gets a function that says that it still hears
 * something, and, where that changes, for how long nothing may be heard from now on.
 * @throws what `work` throws; `no-answer` when nothing was heard for so long. What comes after that is
 * passed over.
 */
export function inTime<T>(
  silenceMs: number,
  work: (heard: (nextMs?: number) => void) => T | PromiseLike<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false;
    let timer: ReturnType<typeof setInterval> | undefined;
    const end = () => {
      over = true;
      clearInterval(timer);
    };
    const wait = (patience: number) => {
      clearInterval(timer);
      if (over) return;
      let beats = 0;
      timer = setInterval(() => {
        beats += 1;
        if (beats < BEATS) return;
        end();
        reject(new NoAnswer({ code: 'no-answer', seconds: Math.round(patience / 1000) }));
      }, patience / BEATS);
    };
    let patience = silenceMs;
    const heard = (nextMs = patience) => {
      patience = nextMs;
      wait(patience);
    };
    wait(patience);
    new Promise<T>((begun) => begun(work(heard))).finally(end).then(resolve, reject);
  });
}

class NoAnswer extends AppError {
  constructor(override readonly failure: Extract<Failure, { code: 'no-answer' }>) {
    super(failure);
  }
}

/** Whether something was given up because nothing was heard of it. */
export function isNoAnswer(error: unknown): error is NoAnswer {
  return error instanceof NoAnswer;
}
