import { ProgrammingError } from '../vocabulary/programming-error';
import { type Shape, sameShape, showShape, sizeOf } from './value';

/**
 * The shape of an elementwise operation on `a` and `b`: axes are matched from the last one, and an
 * axis of size 1 (or a missing one) is repeated.
 * @throws `ProgrammingError` when two sizes differ and neither is 1.
 */
export function broadcastShapes(a: Shape, b: Shape, operator: string): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const sizeA = a[axis - (rank - a.length)] ?? 1;
    const sizeB = b[axis - (rank - b.length)] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new ProgrammingError(
        `${operator} can't broadcast ${showShape(a)} with ${showShape(b)}.`,
      );
    }
    return sizeA === 1 ? sizeB : sizeA;
  });
}

/**
 * The shape of a matrix product (…, I, K) × (…, K, J) → (…, I, J); the leading axes broadcast.
 * @throws `ProgrammingError` when an operand has fewer than two axes or the inner sizes differ.
 */
export function matMulShape(a: Shape, b: Shape): Shape {
  const inner = a.at(-1);
  const rows = a.at(-2);
  const columns = b.at(-1);
  if (rows === undefined || inner === undefined || columns === undefined || b.length < 2) {
    throw new ProgrammingError(`MatMul needs matrices, not ${showShape(a)} and ${showShape(b)}.`);
  }
  if (inner !== b.at(-2)) {
    throw new ProgrammingError(`MatMul can't multiply ${showShape(a)} by ${showShape(b)}.`);
  }
  return [...broadcastShapes(a.slice(0, -2), b.slice(0, -2), 'MatMul'), rows, columns];
}

/**
 * The shape after reducing `axes` (each 0 … rank − 1).
 * @throws `ProgrammingError` when an axis does not exist.
 */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  for (const axis of axes) {
    if (shape[axis] === undefined)
      throw new ProgrammingError(`${showShape(shape)} has no axis ${axis}.`);
  }
  const sizes = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return keepDims ? sizes : sizes.filter((_, axis) => !axes.includes(axis));
}

/**
 * The shape after reordering the axes.
 * @throws `ProgrammingError` when `permutation` does not name every axis once.
 */
export function permutedShape(shape: Shape, permutation: readonly number[]): Shape {
  const sizes = permutation.map((axis) => shape[axis] ?? Number.NaN);
  const complete = new Set(permutation).size === shape.length && sizes.every(Number.isInteger);
  if (!complete || permutation.length !== shape.length) {
    throw new ProgrammingError(`[${permutation.join(', ')}] does not reorder ${showShape(shape)}.`);
  }
  return sizes;
}

/**
 * The shape of `start` … `end` − 1 along one axis.
 * @throws `ProgrammingError` when nothing or more than there is would be kept.
 */
export function slicedShape(shape: Shape, axis: number, start: number, end: number): Shape {
  const size = shape[axis];
  if (size === undefined || start < 0 || start >= end || end > size) {
    throw new ProgrammingError(`${showShape(shape)} has no ${start} to ${end} along axis ${axis}.`);
  }
  return shape.with(axis, end - start);
}

/**
 * The shape of several tensors put one after another along one axis.
 * @throws `ProgrammingError` when they differ along another axis.
 */
export function joinedShape(shapes: readonly Shape[], axis: number): Shape {
  const [first = []] = shapes;
  const total = shapes.reduce((sum, shape) => sum + (shape[axis] ?? Number.NaN), 0);
  const alike = shapes.every((shape) => sameShape(shape.with(axis, 0), first.with(axis, 0)));
  if (!alike || first[axis] === undefined) {
    throw new ProgrammingError(
      `Concat can't join ${shapes.map(showShape).join(' and ')} at axis ${axis}.`,
    );
  }
  return first.with(axis, total);
}

/** @throws `ProgrammingError` when the number of elements would change. */
export function checkReshape(from: Shape, to: Shape): Shape {
  if (sizeOf(from) !== sizeOf(to)) {
    throw new ProgrammingError(`${showShape(from)} can't be reshaped to ${showShape(to)}.`);
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
