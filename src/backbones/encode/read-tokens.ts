import type { ImageTokens } from '../../vocabulary/images';
import type { Backbone } from '../catalogue/catalogue';

type Shape = Pick<Backbone, 'label' | 'grid' | 'prefixTokens' | 'width'>;

/**
 * The tokens in a backbone's output, (1, prefixTokens + N, D).
 * @throws when the shape is not what the catalogue says, or a value is not finite.
 */
export function readTokens(
  output: { dims: readonly number[]; data: unknown } | undefined,
  { label, grid, prefixTokens, width }: Shape,
): ImageTokens {
  const patches = grid.height * grid.width;
  const expected = [1, prefixTokens + patches, width];
  const found = output?.dims ?? [];
  if (!output || found.join() !== expected.join()) {
    throw new Error(
      `${label} gave an output of shape (${found.join(', ')}) where its catalogue entry promises (${expected.join(', ')}).`,
    );
  }
  if (!(output.data instanceof Float32Array)) {
    throw new Error(`${label} gave tokens that are not 32-bit floats.`);
  }
  if (!output.data.every(Number.isFinite)) {
    throw new Error(`${label} gave tokens that are not finite numbers on this device.`);
  }
  // A copy of its own, so that its buffer can move to another worker.
  return { data: output.data.slice(), prefixTokens, patches, width };
}
