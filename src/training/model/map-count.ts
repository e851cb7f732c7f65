import type { HeadShape } from './forward';
import { poolInputs } from './head-multiply-adds';

/** How many attention maps a probe gives for an image, read off its graph; 0 where nothing attends. */
export function mapCount(shape: Omit<HeadShape, 'batch' | 'classes'>): number {
  const { inputs } = poolInputs({ ...shape, batch: 1 });
  return shape.probe.pool(inputs).attention?.shape[1] ?? 0;
}
