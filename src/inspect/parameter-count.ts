import type { ProbeOptions } from '../probes/choice';
import type { Probe } from '../probes/probe';

/** Learned numbers of a probe: its pooling, and the linear classifier for `classes` classes. */
export function parameterCount(
  probe: Probe,
  options: ProbeOptions,
  width: number,
  classes: number,
): number {
  const pooling = probe
    .parameters(width, options)
    .reduce((sum, { shape }) => sum + shape.reduce((product, axis) => product * axis, 1), 0);
  return pooling + (probe.descriptorWidth(width, options) + 1) * classes;
}
