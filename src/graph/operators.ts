import { ProgrammingError } from '../vocabulary/programming-error';
import {
  broadcastShapes,
  checkReshape,
  joinedShape,
  matMulShape,
  permutedShape,
  reducedShape,
  slicedShape,
} from './shapes';
import {
  type Attributes,
  type ComputedValue,
  type ConstantValue,
  type InputValue,
  type Operator,
  type Shape,
  sameShape,
  showShape,
  sizeOf,
  type Value,
} from './value';

/** A tensor that is fed by name at every run. */
export function input(name: string, shape: Shape): InputValue {
  return { kind: 'input', shape, type: 'float', name };
}

/**
 * A tensor written into the graph, row-major.
 * @throws `ProgrammingError` when `data` does not fill `shape`.
 */
export function constant(data: readonly number[], shape: Shape): ConstantValue {
  if (data.length !== sizeOf(shape)) {
    throw new ProgrammingError(`${data.length} numbers don't fill ${showShape(shape)}.`);
  }
  return { kind: 'constant', shape, type: 'float', data };
}

export function scalar(value: number): ConstantValue {
  return constant([value], []);
}

/** Operands of elementwise operators: numbers become scalars. */
export type Operand = Value | number;

export const add = (a: Operand, b: Operand) => elementwise('Add', a, b);
export const sub = (a: Operand, b: Operand) => elementwise('Sub', a, b);
export const mul = (a: Operand, b: Operand) => elementwise('Mul', a, b);
export const div = (a: Operand, b: Operand) => elementwise('Div', a, b);

export const sqrt = (a: Value) => computed('Sqrt', [a], a.shape);
export const exp = (a: Value) => computed('Exp', [a], a.shape);
export const log = (a: Value) => computed('Log', [a], a.shape);
export const tanh = (a: Value) => computed('Tanh', [a], a.shape);
export const relu = (a: Value) => computed('Relu', [a], a.shape);
/** The error function; in single precision only, because the runtime has no other. */
export const erf = (a: Value) => computed('Erf', [a], a.shape);

/** a > b, elementwise, as booleans for `where`. Has no gradient. */
export function greater(a: Operand, b: Operand): ComputedValue {
  return { ...elementwise('Greater', a, b), type: 'bool' };
}

/** Takes from `a` where `condition` holds, else from `b`. */
export function where(condition: Value, a: Operand, b: Operand): ComputedValue {
  const [left, right] = [toValue(a), toValue(b)];
  const shape = broadcastShapes(
    condition.shape,
    broadcastShapes(left.shape, right.shape, 'Where'),
    'Where',
  );
  return computed('Where', [condition, left, right], shape);
}

/** Matrix product (…, I, K) × (…, K, J) → (…, I, J). */
export function matMul(a: Value, b: Value): ComputedValue {
  return computed('MatMul', [a, b], matMulShape(a.shape, b.shape));
}

/** Reorders the axes; without `permutation` swaps the last two. */
export function transpose(a: Value, permutation?: readonly number[]): ComputedValue {
  const rank = a.shape.length;
  const order =
    permutation ?? a.shape.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis));
  return computed('Transpose', [a], permutedShape(a.shape, order), { permutation: order });
}

/** The same numbers under another shape. */
export function reshape(a: Value, shape: Shape): Value {
  if (sameShape(a.shape, shape)) return a;
  return computed('Reshape', [a], checkReshape(a.shape, shape));
}

/**
 * Repeats the numbers along axes of size 1 until the tensor has `shape`.
 * @throws `ProgrammingError` when `shape` is not what broadcasting gives.
 */
export function expand(a: Value, shape: Shape): Value {
  if (sameShape(a.shape, shape)) return a;
  if (!sameShape(broadcastShapes(a.shape, shape, 'Expand'), shape)) {
    throw new ProgrammingError(`${showShape(a.shape)} can't be expanded to ${showShape(shape)}.`);
  }
  return computed('Expand', [a], shape);
}

export function reduceSum(a: Value, axes: readonly number[], keepDims = false): ComputedValue {
  const shape = reducedShape(a.shape, axes, keepDims);
  return computed('ReduceSum', [a], shape, { axes, keepDims });
}

export function reduceMean(a: Value, axes: readonly number[], keepDims = false): ComputedValue {
  const shape = reducedShape(a.shape, axes, keepDims);
  return computed('ReduceMean', [a], shape, { axes, keepDims });
}

/** The largest number along `axes`; where several are equal, each gets the whole gradient. */
export function reduceMax(a: Value, axes: readonly number[], keepDims = false): ComputedValue {
  const shape = reducedShape(a.shape, axes, keepDims);
  return computed('ReduceMax', [a], shape, { axes, keepDims });
}

/** Positions `start` … `end` − 1 along one axis. */
export function slice(a: Value, axis: number, start: number, end: number): Value {
  const shape = slicedShape(a.shape, axis, start, end);
  return sameShape(shape, a.shape) ? a : computed('Slice', [a], shape, { axis, start, end });
}

/** Tensors one after another along one axis. */
export function concat(parts: readonly Value[], axis: number): ComputedValue {
  const shape = joinedShape(
    parts.map((part) => part.shape),
    axis,
  );
  return computed('Concat', parts, shape, { axis });
}

/** Softmax over the last axis. */
export const softmax = (a: Value) => computed('Softmax', [a], a.shape);

/** Logarithm of the softmax over the last axis. */
export const logSoftmax = (a: Value) => computed('LogSoftmax', [a], a.shape);

function elementwise(operator: Operator, a: Operand, b: Operand): ComputedValue {
  const [left, right] = [toValue(a), toValue(b)];
  return computed(operator, [left, right], broadcastShapes(left.shape, right.shape, operator));
}

function computed(
  operator: Operator,
  inputs: readonly Value[],
  shape: Shape,
  attributes: Attributes = {},
): ComputedValue {
  return { kind: 'computed', type: 'float', operator, inputs, shape, attributes };
}

function toValue(operand: Operand): Value {
  return typeof operand === 'number' ? scalar(operand) : operand;
}
