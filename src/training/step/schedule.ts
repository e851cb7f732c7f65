/**
 * Share of the full learning rate at some point of training: rises linearly from 0 over the warm-up,
 * then falls to 0 along half a cosine (Loshchilov & Hutter 2017).
 * @param epoch epochs finished so far, fractions included
 */
export function rateShare(epoch: number, epochs: number, warmupEpochs: number): number {
  if (epoch < warmupEpochs) return epoch / warmupEpochs;
  const progress = (epoch - warmupEpochs) / Math.max(epochs - warmupEpochs, Number.EPSILON);
  return 0.5 * (1 + Math.cos(Math.PI * Math.min(progress, 1)));
}
