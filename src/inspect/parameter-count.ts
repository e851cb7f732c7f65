import type { ProbeOptions } from '../probes/choice';
import { type Probe, type TokenSize, tokenCount } from '../probes/probe';

/** Learned numbers of a probe: its pooling, and the linear classifier for `classes` classes. */
export function parameterCount(
  probe: Probe,
  options: ProbeOptions,
  { patches, width }: TokenSize,
  classes: number,
): number {
  const pooling = probe
    .parameters({ patches: tokenCount(probe.reads, patches), width }, options)
    .reduce((sum, { shape }) => sum + shape.reduce((product, axis) => product * axis, 1), 0);
  return pooling + (probe.descriptorWidth(width, options) + 1) * classes;
}
