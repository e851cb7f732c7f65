/** The `share` quantile (0…1) of ascending numbers, interpolated linearly; 0 for none. */
export function quantile(sorted: Float32Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
