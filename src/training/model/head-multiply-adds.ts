import { multiplyAdds } from '../../graph/multiply-adds';
import { nameWithoutCls } from '../../probes/layers/with-cls';
import { poolInputs } from '../../probes/pool-inputs';
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
  const referenceForm = REFERENCE_FORMS[nameWithoutCls(probe.name)];
  const reference = referenceForm ? multiplyAdds([referenceForm(inputs)], [tokens]) : factored;
  return { factored: factored + classifier, reference: reference + classifier };
}
