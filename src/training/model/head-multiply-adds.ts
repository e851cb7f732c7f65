import { multiplyAdds } from '../../graph/multiply-adds';
import { input } from '../../graph/operators';
import type { InputValue } from '../../graph/value';
import { type PoolInputs, tokenCount, tokensShape } from '../../probes/probe';
import { REFERENCE_FORMS } from '../../probes/reference-forms';
import type { HeadShape } from './forward';

export interface HeadMultiplyAdds {
  /** As this program computes it. */
  factored: number;
  /** As the authors' module computes it: every patch projected, then pooled. */
  reference: number;
}

/**
 * Multiply-adds for one image, pooling and classifier, counted from the graphs: matrix products
 * only, without those of parameters alone.
 */
export function headMultiplyAdds(shape: Omit<HeadShape, 'batch'>): HeadMultiplyAdds {
  const { probe, options, width, classes } = shape;
  const { tokens, inputs } = poolInputs({ ...shape, batch: 1 });
  const classifier = probe.descriptorWidth(width, options) * classes;
  const factored = multiplyAdds([probe.pool(inputs).descriptor], [tokens]);
  // `ep_all` is `ep` over one token more.
  const referenceForm = REFERENCE_FORMS[probe.name.replace(/_all$/, '')];
  const reference = referenceForm ? multiplyAdds([referenceForm(inputs)], [tokens]) : factored;
  return { factored: factored + classifier, reference: reference + classifier };
}

/** Graph inputs for a probe's pooling in evaluation mode, named as the probe names its tensors. */
export function poolInputs({ probe, options, batch, patches, width }: Omit<HeadShape, 'classes'>): {
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
