/** Index of the largest value, the first of equals; -1 for none. */
export function argmax(values: ArrayLike<number>): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (best < 0 || (values[i] ?? 0) > (values[best] ?? 0)) best = i;
  }
  return best;
}

/** Cosine of the angle between two vectors of one length, a·b / (|a| |b|); 0 with a vector of zeros. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] as number, b[i] as number];
    product += left * right;
    squareA += left * left;
    squareB += right * right;
  }
  return product / (Math.sqrt(squareA * squareB) || 1);
}

/** Mean of the rows of a row-major matrix (rows, D): (D). */
export function meanRow(matrix: Float32Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  for (let from = 0; from < matrix.length; from += width) {
    for (let d = 0; d < width; d++) sum[d] = (sum[d] as number) + (matrix[from + d] as number);
  }
  return sum.map((value) => (value * width) / matrix.length);
}

/**
 * Σ x_(from + i)·y_i, in four sums at once: with a single one, each addition would wait for the one
 * before it.
 */
export function dot(x: Float32Array | Float64Array, from: number, y: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = y.length - (y.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (x[from + i] as number) * (y[i] as number);
    b += (x[from + i + 1] as number) * (y[i + 1] as number);
    c += (x[from + i + 2] as number) * (y[i + 2] as number);
    d += (x[from + i + 3] as number) * (y[i + 3] as number);
  }
  for (let i = whole; i < y.length; i++) a += (x[from + i] as number) * (y[i] as number);
  return a + b + c + d;
}
