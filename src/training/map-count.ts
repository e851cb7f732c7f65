import { poolInputs } from './head-multiply-adds';
import type { HeadShape } from './step-graph';

/** How many attention maps a probe gives for an image, read off its graph; 0 where nothing attends. */
export function mapCount(shape: Omit<HeadShape, 'batch' | 'classes'>): number {
  const { inputs } = poolInputs({ ...shape, batch: 1 });
  return shape.probe.pool(inputs).attention?.shape[1] ?? 0;
}
