/**
 * Rounds numbers so that what is shown adds up to `total` as it is shown: plain rounding would often
 * be off by one in the last place, and look like a mistake. Those nearest to the other side give
 * way, none by more than one unit of the last place.
 * @param total the sum of `values`, but for the rounding of arithmetic
 */
export function roundTogether(values: readonly number[], total: number, digits: number): number[] {
  const unit = 10 ** digits;
  const rounded = values.map((value) => Math.round(value * unit));
  let missing = Math.round(total * unit) - rounded.reduce((sum, value) => sum + value, 0);
  const step = Math.sign(missing);
  const errors = values.map((value, index) => step * (value * unit - (rounded[index] ?? 0)));
  const order = errors.map((_, index) => index).sort((a, b) => (errors[b] ?? 0) - (errors[a] ?? 0));
  for (const index of order) {
    if (missing === 0) break;
    rounded[index] = (rounded[index] ?? 0) + step;
    missing -= step;
  }
  return rounded.map((value) => value / unit);
}
