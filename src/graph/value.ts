/** Sizes of a tensor's axes; `[]` is a scalar. */
export type Shape = readonly number[];

/** The ONNX operators that the builder offers. */
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mul'
  | 'Div'
  | 'Sqrt'
  | 'Exp'
  | 'Log'
  | 'Tanh'
  | 'Erf'
  | 'Relu'
  | 'MatMul'
  | 'Transpose'
  | 'Reshape'
  | 'Expand'
  | 'ReduceSum'
  | 'ReduceMean'
  | 'ReduceMax'
  | 'Slice'
  | 'Concat'
  | 'Softmax'
  | 'LogSoftmax'
  | 'Greater'
  | 'Where';

/**
 * One tensor of a graph that is being built: where it comes from and its shape, never its numbers
 * (constants aside). A graph is nothing but the values reachable from its outputs.
 */
export type Value = InputValue | ConstantValue | ComputedValue;

export interface InputValue {
  kind: 'input';
  shape: Shape;
  type: 'float';
  /** Unique within a graph; the name under which the tensor is fed. */
  name: string;
}

export interface ConstantValue {
  kind: 'constant';
  shape: Shape;
  type: 'float';
  /** Row-major. */
  data: readonly number[];
}

export interface ComputedValue {
  kind: 'computed';
  shape: Shape;
  type: 'float' | 'bool';
  operator: Operator;
  inputs: readonly Value[];
  attributes: Attributes;
}

/** What an operator needs besides its inputs. */
export interface Attributes {
  axes?: readonly number[];
  keepDims?: boolean;
  permutation?: readonly number[];
  /** The axis that `Concat` joins or `Slice` cuts. */
  axis?: number;
  /** What `Slice` keeps: from `start` up to, not including, `end`. */
  start?: number;
  end?: number;
}

/** Number of elements of a tensor of this shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** "(4, 196, 384)", for messages. */
export function showShape(shape: Shape): string {
  return `(${shape.join(', ')})`;
}

/** True when both have the same axes. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
