import type { Value } from './value';

/** Every value that `outputs` depend on, each after its own inputs. */
export function topologicalOrder(outputs: readonly Value[]): Value[] {
  const order: Value[] = [];
  const seen = new Set<Value>();
  const visit = (value: Value) => {
    if (seen.has(value)) return;
    seen.add(value);
    if (value.kind === 'computed') value.inputs.forEach(visit);
    order.push(value);
  };
  outputs.forEach(visit);
  return order;
}

/** Whether some of `values` is computed from `source`, or is it. */
export function dependsOn(values: readonly Value[], source: Value): boolean {
  return topologicalOrder(values).includes(source);
}
