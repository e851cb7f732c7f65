import { topologicalOrder } from './order';
import { type InputValue, sizeOf, type Value } from './value';

/**
 * Multiply-adds of the matrix products behind `outputs`, and of nothing else: elementwise work
 * (normalisation, softmax, activations) is left out, as is usual. Products that do not depend on
 * `given` are left out too: those of parameters alone are computed once for any number of images.
 */
export function multiplyAdds(outputs: readonly Value[], given: readonly InputValue[]): number {
  const depends = new Set<Value>(given);
  let total = 0;
  for (const value of topologicalOrder(outputs)) {
    if (value.kind !== 'computed' || !value.inputs.some((operand) => depends.has(operand))) {
      continue;
    }
    depends.add(value);
    if (value.operator === 'MatMul') {
      total += sizeOf(value.shape) * (value.inputs[0]?.shape.at(-1) ?? 0);
    }
  }
  return total;
}
