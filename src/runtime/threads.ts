export interface Processor {
  /** Logical cores, as `navigator.hardwareConcurrency` tells it; undefined where it is hidden. */
  cores: number | undefined;
  /** Without isolation there is no shared memory, so WebAssembly has one thread. */
  crossOriginIsolated: boolean;
}

/** More threads than this cost more in waiting for each other than they bring on small matrices. */
const MOST_THREADS = 4;

/** How many threads WebAssembly gets: at least 1. */
export function threadCount({ cores, crossOriginIsolated }: Processor): number {
  if (!crossOriginIsolated) return 1;
  return Math.max(1, Math.min(cores ?? 1, MOST_THREADS));
}
