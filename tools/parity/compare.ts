/** How far `actual` is from `expected`: largest |a − b| / largest |b|; infinite where shapes differ. */
export function relativeError(actual: Float32Array, expected: Float32Array): number {
  return absoluteError(actual, expected) / (largest(expected) || 1);
}

export function absoluteError(actual: Float32Array, expected: Float32Array): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let error = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN));
    // A NaN would vanish in a maximum.
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY;
    error = Math.max(error, difference);
  }
  return error;
}

export function largest(numbers: Float32Array): number {
  return numbers.reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);
}
