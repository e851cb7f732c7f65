import {
  add,
  div,
  erf,
  matMul,
  mul,
  reduceMean,
  reshape,
  slice,
  sqrt,
  sub,
  transpose,
} from '../../graph/operators';
import { sizeOf, type Value } from '../../graph/value';
import { pick } from '../probe';

/** The layers that several probes share. Rows are on the leading axes, channels on the last. */

/** Every row with mean 0 and variance 1: layer norm without gain and bias. */
export function normaliseRows(values: Value, eps: number): Value {
  const last = [values.shape.length - 1];
  const centred = sub(values, reduceMean(values, last, true));
  const variance = reduceMean(mul(centred, centred), last, true);
  return div(centred, sqrt(add(variance, eps)));
}

/** Layer norm with its gain and bias, (D) each. */
export function layerNorm(values: Value, gain: Value, bias: Value, eps: number): Value {
  return add(mul(normaliseRows(values, eps), gain), bias);
}

/** x Wᵀ + b, with W (K, D) as PyTorch stores it. */
export function linearLayer(values: Value, weight: Value, bias?: Value): Value {
  const { shape } = values;
  const width = shape.at(-1) ?? 0;
  // One matrix instead of a batch of them: one product.
  const flat = reshape(values, [sizeOf(shape) / width, width]);
  const product = matMul(flat, transpose(weight));
  const projected = reshape(product, [...shape.slice(0, -1), weight.shape[0] ?? 0]);
  return bias ? add(projected, bias) : projected;
}

/** x Φ(x), with the exact normal distribution. */
export function gelu(values: Value): Value {
  return mul(mul(values, 0.5), add(erf(mul(values, Math.SQRT1_2)), 1));
}

/** The tensors `weight` and `bias` of the module `name`, in this order; bias may be missing. */
export function module(
  tensors: Readonly<Record<string, Value>>,
  name: string,
): [weight: Value, bias: Value] {
  return [pick(tensors, `${name}.weight`), pick(tensors, `${name}.bias`)];
}

/** fc2(gelu(fc1(x))) of the module `name`. */
export function mlp(values: Value, tensors: Readonly<Record<string, Value>>, name: string): Value {
  const hidden = gelu(linearLayer(values, ...module(tensors, `${name}.fc1`)));
  return linearLayer(hidden, ...module(tensors, `${name}.fc2`));
}

/** Keys' and values' matrices (D, D) out of one `nn.Linear` for both, and the values' bias (D). */
export function keyValueHalves(
  tensors: Readonly<Record<string, Value>>,
  name: string,
): { keys: Value; values: Value; valueBias: Value } {
  const weight = pick(tensors, `${name}.weight`);
  const rows = weight.shape[0] ?? 0;
  return {
    keys: slice(weight, 0, 0, rows / 2),
    values: slice(weight, 0, rows / 2, rows),
    valueBias: slice(pick(tensors, `${name}.bias`), 0, rows / 2, rows),
  };
}
