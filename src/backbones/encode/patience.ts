/** Milliseconds to get the runtime ready. */
export const RUNTIME_LIMIT_MS = 60_000;
/** Milliseconds to load a model. */
export const LOAD_LIMIT_MS = 120_000;
/** Milliseconds for a batch: a transformer of 300 million numbers takes 10 s on one slow core. */
export const RUN_LIMIT_MS = 60_000;

/**
 * A worker that loads or runs a model hears nothing meanwhile. Only one that is silent for longer
 * than a model may take at its trial has ended: what passes its trial can be put to use.
 */
export const BACKBONE_SILENCE_MS = Math.max(RUNTIME_LIMIT_MS, LOAD_LIMIT_MS, RUN_LIMIT_MS);
