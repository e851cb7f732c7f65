import { constant, matMul, reshape, transpose } from '../../graph/operators';
import type { Value } from '../../graph/value';

/**
 * A convolution with one output on a small grid, padded with zeros so that it keeps its size.
 * Written as two products: along a row, every line of the kernel is a banded matrix, and a constant
 * matrix then adds the lines up in the right rows. The runtime's own convolution would need a
 * gradient of its own and has no double precision to check it in.
 * @param grid (B, H, W, C)
 * @param kernel (1, C, K, K), K odd
 * @returns (B, H, W)
 */
export function convolveGrid(grid: Value, kernel: Value): Value {
  const [batch = 0, height = 0, width = 0, channels = 0] = grid.shape;
  const K = kernel.shape[3] ?? 0;

  // (C·K lines, K) × (K, W·W) → for every channel and line a (W, W) band.
  const bands = matMul(reshape(kernel, [channels * K, K]), shifts(width, K));
  const along = transpose(reshape(bands, [channels, K, width, width]), [2, 0, 1, 3]);
  const rows = reshape(grid, [batch * height, width * channels]);
  const lines = matMul(rows, reshape(along, [width * channels, K * width]));

  // Line k of input row i belongs to output row o where i = o + k − (K − 1) / 2.
  const placed = transpose(reshape(shifts(height, K), [K, height, height]), [2, 1, 0]);
  return matMul(reshape(placed, [height, height * K]), reshape(lines, [batch, height * K, width]));
}

/** (K, S·S): row k is 1 where an input place is k − (K − 1) / 2 beyond the output place. */
function shifts(size: number, K: number): Value {
  const data: number[] = [];
  for (let k = 0; k < K; k++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) data.push(from === to + k - (K - 1) / 2 ? 1 : 0);
    }
  }
  return constant(data, [K, size * size]);
}
