const BINS = 4096;

/**
 * The `share` quantile (0…1) of numbers in any order, interpolated linearly as numpy does; 0 for
 * none.
 */
export function quantile(values: Float32Array, share: number): number {
  const position = (values.length - 1) * share;
  const below = ranked(values, Math.floor(position));
  const above = ranked(values, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * The number that would stand at `rank` if all were sorted. Sorting the pixels of a figure takes
 * longer than everything else in painting it, so only those of one bin of a histogram are sorted.
 */
function ranked(values: Float32Array, rank: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // By index: an iterator would take several times as long.
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) return values[0] ?? 0;
  const perBin = (BINS - 1) / (high - low);
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < values.length; i++) {
    const bin = (((values[i] ?? 0) - low) * perBin) | 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let bin = 0;
  let before = 0;
  while (before + (counts[bin] ?? 0) <= rank) before += counts[bin++] ?? 0;
  const members = new Float32Array(counts[bin] ?? 0);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if ((((value - low) * perBin) | 0) === bin) members[count++] = value;
  }
  return members.sort()[rank - before] ?? 0;
}
