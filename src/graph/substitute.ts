import type { Value } from './value';

/**
 * A graph with some of its values replaced wherever they are used.
 * @param replacement what stands in for a value, taken as it is; undefined for one that stays.
 * @returns the new form of any value of the graph; values that nothing replaced reaches stay the same
 *   objects, so what several outputs share is still computed once.
 */
export function substitution(
  replacement: (value: Value) => Value | undefined,
): (value: Value) => Value {
  const known = new Map<Value, Value>();
  const replace = (value: Value): Value => {
    const before = known.get(value);
    if (before) return before;
    const result = replacement(value) ?? rebuild(value);
    known.set(value, result);
    return result;
  };
  const rebuild = (value: Value): Value => {
    if (value.kind !== 'computed') return value;
    const inputs = value.inputs.map(replace);
    return inputs.every((operand, index) => operand === value.inputs[index])
      ? value
      : { ...value, inputs };
  };
  return replace;
}
