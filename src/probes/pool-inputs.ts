import { input } from '../graph/operators';
import type { InputValue } from '../graph/value';
import type { ProbeOptions } from './choice';
import { type PoolInputs, type Probe, type ProbeShape, tokenCount, tokensShape } from './probe';

/** Graph inputs for a probe's pooling in evaluation mode, named as the probe names its tensors. */
export function poolInputs({
  probe,
  options,
  batch,
  patches,
  width,
}: ProbeShape & { probe: Probe; options: ProbeOptions }): {
  tokens: InputValue;
  inputs: PoolInputs;
} {
  const size = { patches: tokenCount(probe.reads, patches), width };
  const named = (specs: readonly { name: string; shape: readonly number[] }[]) =>
    Object.fromEntries(specs.map(({ name, shape }) => [name, input(name, shape)]));
  const tokens = input('tokens', tokensShape(probe.reads, { batch, patches, width }));
  return {
    tokens,
    inputs: {
      ...size,
      batch,
      tokens,
      options,
      parameters: named(probe.parameters(size, options)),
      buffers: named(probe.buffers?.(size, options) ?? []),
      training: false,
    },
  };
}
