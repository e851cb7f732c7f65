/** How far a download is; `null` stands for what cannot be told. */
export interface DownloadProgress {
  /** Bytes so far. */
  loaded: number;
  /** Bytes of the whole file. */
  total: number | null;
  bytesPerSecond: number | null;
  secondsLeft: number | null;
}

/** Bytes that had come by a time in milliseconds. */
export interface Sample {
  at: number;
  loaded: number;
}

/** The speed is that of the last seconds: a mean since the start would be slow to notice a change. */
const WINDOW_MS = 5000;
/** Before this much time has passed a speed says nothing. */
const SHORTEST_MS = 500;

/** The samples that still count, newest last; give back what this returns next time. */
export function recent(samples: readonly Sample[], newest: Sample): Sample[] {
  const horizon = newest.at - WINDOW_MS;
  // One older sample stays, so that the window is never shorter than it could be.
  const start = samples.findLastIndex(({ at }) => at <= horizon);
  return [...samples.slice(Math.max(0, start)), newest];
}

/** Where a download stands after `samples`, oldest first. */
export function paceOf(samples: readonly Sample[], total: number | null): DownloadProgress {
  const first = samples[0];
  const last = samples.at(-1);
  const loaded = last?.loaded ?? 0;
  // A total that was passed was wrong, so nothing is known of the end.
  const end = total !== null && total >= loaded ? total : null;
  const milliseconds = first && last ? last.at - first.at : 0;
  if (!first || milliseconds < SHORTEST_MS) {
    return { loaded, total: end, bytesPerSecond: null, secondsLeft: null };
  }
  const bytesPerSecond = (1000 * (loaded - first.loaded)) / milliseconds;
  const left = end === null || bytesPerSecond === 0 ? null : (end - loaded) / bytesPerSecond;
  return { loaded, total: end, bytesPerSecond, secondsLeft: left };
}
