import type { HeadTensors } from '../model/head';

/** How a head does on the held-out images. */
export interface Measured {
  correct: number;
  /** Mean cross-entropy, nats. */
  loss: number;
}

/** The best epoch so far. */
export interface BestEpoch {
  epoch: number;
  head: HeadTensors;
  /** null when no image is held out. */
  measured: Measured | null;
}

/**
 * The better of two epochs: more held-out images right, the lower held-out loss among equals.
 * Without held-out images the later one, because there is nothing to choose by.
 */
export function better(before: BestEpoch | null, now: BestEpoch): BestEpoch {
  if (!before?.measured || !now.measured) return now;
  const { correct, loss } = before.measured;
  if (now.measured.correct !== correct) return now.measured.correct > correct ? now : before;
  return now.measured.loss < loss ? now : before;
}
