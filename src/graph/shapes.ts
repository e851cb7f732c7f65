import { type Shape, showShape, sizeOf } from './value';

/**
 * The shape of an elementwise operation on `a` and `b`: axes are matched from the last one, and an
 * axis of size 1 (or a missing one) is repeated.
 * @throws when two sizes differ and neither is 1.
 */
export function broadcastShapes(a: Shape, b: Shape, operator: string): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const sizeA = a[axis - (rank - a.length)] ?? 1;
    const sizeB = b[axis - (rank - b.length)] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new Error(`${operator} can't broadcast ${showShape(a)} with ${showShape(b)}.`);
    }
    return sizeA === 1 ? sizeB : sizeA;
  });
}

/**
 * The shape of a matrix product (…, I, K) × (…, K, J) → (…, I, J); the leading axes broadcast.
 * @throws when an operand has fewer than two axes or the inner sizes differ.
 */
export function matMulShape(a: Shape, b: Shape): Shape {
  const inner = a.at(-1);
  const rows = a.at(-2);
  const columns = b.at(-1);
  if (rows === undefined || inner === undefined || columns === undefined || b.length < 2) {
    throw new Error(`MatMul needs matrices, not ${showShape(a)} and ${showShape(b)}.`);
  }
  if (inner !== b.at(-2)) {
    throw new Error(`MatMul can't multiply ${showShape(a)} by ${showShape(b)}.`);
  }
  return [...broadcastShapes(a.slice(0, -2), b.slice(0, -2), 'MatMul'), rows, columns];
}

/**
 * The shape after reducing `axes` (each 0 … rank − 1).
 * @throws when an axis does not exist.
 */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  for (const axis of axes) {
    if (shape[axis] === undefined) throw new Error(`${showShape(shape)} has no axis ${axis}.`);
  }
  const sizes = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return keepDims ? sizes : sizes.filter((_, axis) => !axes.includes(axis));
}

/**
 * The shape after reordering the axes.
 * @throws when `permutation` does not name every axis once.
 */
export function permutedShape(shape: Shape, permutation: readonly number[]): Shape {
  const sizes = permutation.map((axis) => shape[axis] ?? Number.NaN);
  const complete = new Set(permutation).size === shape.length && sizes.every(Number.isInteger);
  if (!complete || permutation.length !== shape.length) {
    throw new Error(`[${permutation.join(', ')}] does not reorder ${showShape(shape)}.`);
  }
  return sizes;
}

/** @throws when the number of elements would change. */
export function checkReshape(from: Shape, to: Shape): Shape {
  if (sizeOf(from) !== sizeOf(to)) {
    throw new Error(`${showShape(from)} can't be reshaped to ${showShape(to)}.`);
  }
  return to;
}

/** The axes that broadcasting `shape` to `target` repeats or adds, counted on `target`. */
export function broadcastAxes(shape: Shape, target: Shape): number[] {
  const missing = target.length - shape.length;
  return target.flatMap((size, axis) =>
    axis < missing || (shape[axis - missing] === 1 && size !== 1) ? [axis] : [],
  );
}
