import { ProgrammingError } from '../vocabulary/programming-error';
import {
  add,
  concat,
  constant,
  div,
  exp,
  expand,
  greater,
  matMul,
  mul,
  reduceSum,
  reshape,
  scalar,
  slice,
  sub,
  transpose,
  where,
} from './operators';
import { topologicalOrder } from './order';
import { broadcastAxes } from './shapes';
import {
  type ComputedValue,
  type InputValue,
  type Operator,
  type Shape,
  showShape,
  sizeOf,
  type Value,
} from './value';

/**
 * Gradients of a scalar by reverse-mode differentiation.
 * @returns one value per parameter, of the parameter's shape; zeros for one that `loss` ignores.
 * @throws `ProgrammingError` when `loss` is no scalar.
 */
export function gradients(loss: Value, parameters: readonly InputValue[]): Value[] {
  if (sizeOf(loss.shape) !== 1) {
    throw new ProgrammingError(`Gradients are of one number, not of ${showShape(loss.shape)}.`);
  }
  const order = topologicalOrder([loss]);
  const needed = dependents(order, parameters);
  const received = new Map<Value, Value>([[loss, constant([1], loss.shape)]]);

  for (const value of order.toReversed()) {
    const gradient = received.get(value);
    if (value.kind !== 'computed' || !gradient) continue;
    const rule = RULES[value.operator];
    value.inputs.forEach((operand, index) => {
      if (!needed.has(operand)) return;
      const share = sumTo(rule(value, gradient, index), operand.shape);
      const before = received.get(operand);
      received.set(operand, before ? add(before, share) : share);
    });
  }
  return parameters.map(
    (parameter) => received.get(parameter) ?? expand(scalar(0), parameter.shape),
  );
}

/** The values that some parameter reaches: nothing else needs a gradient. */
function dependents(order: readonly Value[], parameters: readonly InputValue[]): Set<Value> {
  const found = new Set<Value>(parameters);
  for (const value of order) {
    if (value.kind === 'computed' && value.inputs.some((operand) => found.has(operand))) {
      found.add(value);
    }
  }
  return found;
}

/** Undoes broadcasting: sums the axes that were repeated, so that the result has `shape`. */
function sumTo(gradient: Value, shape: Shape): Value {
  const axes = broadcastAxes(shape, gradient.shape);
  return reshape(axes.length > 0 ? reduceSum(gradient, axes, true) : gradient, shape);
}

/**
 * Vector-Jacobian product of one operator: the gradient with respect to operand `index`, before
 * `sumTo`, given the gradient `g` with respect to its result.
 */
type Rule = (value: ComputedValue, g: Value, index: number) => Value;

const RULES: Record<Operator, Rule> = {
  Add: (_, g) => g,
  Sub: (_, g, index) => (index === 0 ? g : mul(g, -1)),
  Mul: (value, g, index) => mul(g, operand(value, 1 - index)),
  Div: (value, g, index) => {
    const share = div(g, operand(value, 1));
    return index === 0 ? share : mul(mul(share, value), -1);
  },
  Sqrt: (value, g) => div(mul(g, 0.5), value),
  Exp: (value, g) => mul(g, value),
  Log: (value, g) => div(g, operand(value, 0)),
  Tanh: (value, g) => mul(g, sub(1, mul(value, value))),
  Relu: (value, g) => where(greater(value, 0), g, 0),
  Erf: (value, g) => {
    const a = operand(value, 0);
    return mul(mul(g, 2 / Math.sqrt(Math.PI)), exp(mul(mul(a, a), -1)));
  },
  MatMul: matMulRule,
  Transpose: (value, g) => transpose(g, inversePermutation(value.attributes.permutation ?? [])),
  Reshape: (value, g) => reshape(g, operand(value, 0).shape),
  Expand: (_, g) => g,
  ReduceSum: (value, g) => spread(value, g),
  ReduceMean: (value, g) => {
    const share = sizeOf(value.shape) / sizeOf(operand(value, 0).shape);
    return mul(spread(value, g), share);
  },
  ReduceMax: (value, g) => {
    const a = operand(value, 0);
    return where(greater(spread(value, value), a), 0, spread(value, g));
  },
  Slice: sliceRule,
  Concat: (value, g, index) => {
    const { axis = 0 } = value.attributes;
    const size = (position: number) => operand(value, position).shape[axis] ?? 0;
    let start = 0;
    for (let before = 0; before < index; before++) start += size(before);
    return slice(g, axis, start, start + size(index));
  },
  Softmax: (value, g) => {
    const weighted = mul(g, value);
    return sub(weighted, mul(value, sumLast(weighted)));
  },
  LogSoftmax: (value, g) => sub(g, mul(exp(value), sumLast(g))),
  Greater: (_, g) => mul(g, 0),
  Where: (value, g, index) => {
    const condition = operand(value, 0);
    return index === 1 ? where(condition, g, 0) : where(condition, 0, g);
  },
};

/**
 * For P = A·B: dA = g·Bᵀ, dB = Aᵀ·g. Where one operand is a plain matrix, the leading axes of the
 * other are folded into its rows first: one large product instead of a batch of small ones that
 * would have to be summed. Of the two ways to write Aᵀ·g the one is taken that transposes the
 * smaller tensor (the tokens are by far the largest).
 */
function matMulRule(value: ComputedValue, g: Value, index: number): Value {
  const a = operand(value, 0);
  const b = operand(value, 1);
  if (index === 0) return matMul(g, transpose(b));
  const [rows, columns] = b.shape.length === 2 ? [foldRows(a), foldRows(g)] : [a, g];
  return sizeOf(rows.shape) > sizeOf(columns.shape)
    ? transpose(matMul(transpose(columns), rows))
    : matMul(transpose(rows), columns);
}

/** Zeros where nothing was taken. */
function sliceRule(value: ComputedValue, g: Value): Value {
  const { shape } = operand(value, 0);
  const { axis = 0, start = 0, end = 0 } = value.attributes;
  const zeros = (size: number) => expand(scalar(0), shape.with(axis, size));
  const after = (shape[axis] ?? end) - end;
  return concat(
    [...(start > 0 ? [zeros(start)] : []), g, ...(after > 0 ? [zeros(after)] : [])],
    axis,
  );
}

/** (…, I, J) as one matrix (…·I, J). */
function foldRows(value: Value): Value {
  const columns = value.shape.at(-1) ?? 1;
  return reshape(value, [sizeOf(value.shape) / columns, columns]);
}

/** Repeats a reduction's gradient over the axes that were reduced. */
function spread(value: ComputedValue, g: Value): Value {
  const { shape } = operand(value, 0);
  const axes = value.attributes.axes ?? [];
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return expand(reshape(g, kept), shape);
}

function sumLast(value: Value): Value {
  return reduceSum(value, [value.shape.length - 1], true);
}

function operand(value: ComputedValue, index: number): Value {
  const found = value.inputs[index];
  if (!found) throw new ProgrammingError(`${value.operator} has no operand ${index}.`);
  return found;
}

function inversePermutation(permutation: readonly number[]): number[] {
  const inverse = new Array<number>(permutation.length);
  permutation.forEach((axis, position) => {
    inverse[axis] = position;
  });
  return inverse;
}
