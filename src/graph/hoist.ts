import { input } from './operators';
import { topologicalOrder } from './order';
import { substitution } from './substitute';
import type { ComputedValue, InputValue, Value } from './value';

/** A graph in two: what can be computed once, and what has to run every time. */
export interface Hoisted {
  /** Values of `given` alone, by the names under which the rest takes them as inputs. */
  once: Record<string, Value>;
  /** The same outputs, fed by what `once` returns. */
  outputs: Record<string, Value>;
}

/**
 * Splits a graph at the last values that depend on nothing but `given`, inputs that keep their
 * numbers over many runs. Values that are mere rearrangements stay where they are, since
 * storing them would cost memory and save no arithmetic.
 */
export function hoist(
  outputs: Readonly<Record<string, Value>>,
  given: readonly InputValue[],
): Hoisted {
  const order = topologicalOrder(Object.values(outputs));
  const fixed = new Set<Value>(given);
  for (const value of order) {
    if (value.kind !== 'computed') continue;
    const known = value.inputs.every((operand) => fixed.has(operand) || isConstant(operand));
    if (known && value.inputs.some((operand) => fixed.has(operand))) fixed.add(value);
  }

  const once: Record<string, Value> = {};
  const replace = substitution((value) => {
    if (value.kind !== 'computed' || !fixed.has(value) || isRearrangement(value)) return undefined;
    const name = `once:${Object.keys(once).length}`;
    once[name] = value;
    return input(name, value.shape);
  });
  return {
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [name, replace(value)]),
    ),
    once,
  };
}

function isConstant(value: Value): boolean {
  return value.kind === 'constant' || (value.kind === 'computed' && value.inputs.every(isConstant));
}

/**
 * Shapes change for nothing, and a swap of the last two axes is part of the product that follows;
 * any other reordering is a copy worth making once.
 */
function isRearrangement({ operator, attributes: { permutation = [] } }: ComputedValue): boolean {
  if (operator === 'Reshape' || operator === 'Expand') return true;
  const rank = permutation.length;
  return (
    operator === 'Transpose' &&
    permutation.every(
      (axis, position) => axis === (position < rank - 2 ? position : 2 * rank - 3 - position),
    )
  );
}
