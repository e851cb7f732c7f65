import { add, div, mul, reduceMean, sqrt, sub } from '../../graph/operators';
import { sizeOf, type Value } from '../../graph/value';

export interface RunningStatistics {
  mean: Value;
  variance: Value;
}

/** PyTorch's momentum of running statistics. */
const MOMENTUM = 0.1;

/**
 * Batch norm without gain and bias: the last axis holds the channels, the others are averaged over.
 * @returns `running`: the statistics after this step; as they came where not `training`.
 */
export function batchNorm(
  values: Value,
  running: RunningStatistics,
  { eps, training }: { eps: number; training: boolean },
): { normalised: Value; running: RunningStatistics } {
  const normalise = (centred: Value, variance: Value) => div(centred, sqrt(add(variance, eps)));
  if (!training) {
    return { normalised: normalise(sub(values, running.mean), running.variance), running };
  }
  const axes = values.shape.slice(0, -1).map((_, axis) => axis);
  const mean = reduceMean(values, axes);
  const centred = sub(values, mean);
  const variance = reduceMean(mul(centred, centred), axes);
  const count = sizeOf(values.shape.slice(0, -1));
  return {
    normalised: normalise(centred, variance),
    running: {
      mean: blend(running.mean, mean),
      // The running variance is the unbiased one, the normalisation's is not: as in PyTorch.
      variance: blend(running.variance, mul(variance, count / (count - 1))),
    },
  };
}

function blend(running: Value, batch: Value): Value {
  return add(mul(running, 1 - MOMENTUM), mul(batch, MOMENTUM));
}
