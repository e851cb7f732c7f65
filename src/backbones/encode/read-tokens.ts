import { AppError } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { Backbone } from '../catalogue/catalogue';

type Shape = Pick<Backbone, 'label' | 'grid' | 'prefixTokens' | 'width'>;

/**
 * The tokens in a backbone's output, (1, prefixTokens + N, D).
 * @throws `AppError('backbone-output-shape')` when the shape is not what the catalogue says,
 * `AppError('backbone-output-not-finite')`.
 */
export function readTokens(
  output: { dims: readonly number[]; data: unknown } | undefined,
  { label, grid, prefixTokens, width }: Shape,
): ImageTokens {
  const patches = grid.height * grid.width;
  const expected = [1, prefixTokens + patches, width];
  const found = output?.dims ?? [];
  if (!output || found.join() !== expected.join()) {
    throw new AppError({ code: 'backbone-output-shape', label, found, expected });
  }
  if (!(output.data instanceof Float32Array)) {
    throw new ProgrammingError(`${label} gave tokens that are not 32-bit floats.`);
  }
  if (!output.data.every(Number.isFinite)) {
    throw new AppError({ code: 'backbone-output-not-finite', label });
  }
  // A copy of its own, so that its buffer can move to another worker.
  return { data: output.data.slice(), prefixTokens, patches, width };
}
