const MOST_SWEEPS = 30;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by the cyclic Jacobi method (Golub & Van
 * Loan, "Matrix Computations", 8.5), the largest eigenvalue first.
 * @param matrix row-major (n, n); left as it is.
 * @returns `vectors[i]` of length 1 belongs to `values[i]`.
 */
export function symmetricEigen(
  matrix: Float64Array,
  n: number,
): { values: number[]; vectors: Float64Array[] } {
  const a = matrix.slice();
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  const at = (i: number, j: number) => a[i * n + j] ?? 0;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    let size = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        size += at(i, j) ** 2;
        if (i !== j) off += at(i, j) ** 2;
      }
    }
    if (off <= 1e-28 * size) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (at(p, q) === 0) continue;
        const angle = 0.5 * Math.atan2(2 * at(p, q), at(p, p) - at(q, q));
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        for (let k = 0; k < n; k++) {
          const [x, y] = [at(k, p), at(k, q)];
          a[k * n + p] = cos * x + sin * y;
          a[k * n + q] = cos * y - sin * x;
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [at(p, k), at(q, k)];
          a[p * n + k] = cos * x + sin * y;
          a[q * n + k] = cos * y - sin * x;
        }
        rotate(rows[p], rows[q], cos, sin);
      }
    }
  }
  const order = rows.map((_, i) => i).sort((i, j) => at(j, j) - at(i, i));
  return {
    values: order.map((i) => at(i, i)),
    vectors: order.map((i) => rows[i] ?? new Float64Array(n)),
  };
}

function rotate(
  a: Float64Array | undefined,
  b: Float64Array | undefined,
  cos: number,
  sin: number,
): void {
  if (!a || !b) return;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] ?? 0, b[k] ?? 0];
    a[k] = cos * x + sin * y;
    b[k] = cos * y - sin * x;
  }
}
