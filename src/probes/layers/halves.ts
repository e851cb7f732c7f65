import { slice } from '../../graph/operators';
import type { Value } from '../../graph/value';
import { pick } from '../probe';

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
