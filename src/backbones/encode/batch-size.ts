/** Images in one run that are tried; more gain nothing on any device and take memory. */
export const BATCH_SIZES = [1, 4, 8] as const;

/** A larger batch holds images back, so it has to be worth it. */
const LEAST_GAIN = 1.1;

/**
 * How many images a device should be given at once, by measuring. Each size runs twice, since the
 * first run prepares it.
 * @param run encodes so many images; graphs that claim to take any number and don't make it fail.
 * @returns the size, and milliseconds an image for every size that ran.
 */
export async function measureBatchSize(
  run: (images: number) => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<{ size: number; perImage: Map<number, number> }> {
  const perImage = new Map<number, number>();
  let size = 1;
  for (const candidate of BATCH_SIZES) {
    try {
      await run(candidate);
      const started = now();
      await run(candidate);
      perImage.set(candidate, (now() - started) / candidate);
    } catch (error) {
      if (candidate === 1) throw error;
      break;
    }
    const best = perImage.get(size) ?? Infinity;
    if ((perImage.get(candidate) ?? Infinity) * LEAST_GAIN < best) size = candidate;
  }
  return { size, perImage };
}
