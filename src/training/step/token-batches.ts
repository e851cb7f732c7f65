import type { Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../runtime/runtime';
import type { HeadShape } from '../model/forward';
import { type ReadTokens, tokensTensor } from './batches';

/**
 * Raw tokens of `ids`, in their order, in batches of a graph's fixed size. The last one is filled up
 * with its own first image. A batch's tensor is freed with the next step of the loop, or its end.
 */
export function* tokenBatches(
  runtime: Runtime,
  shape: HeadShape,
  ids: readonly string[],
  read: ReadTokens,
): Generator<{ chosen: readonly string[]; tokens: Tensor }> {
  const { batch } = shape;
  for (let start = 0; start < ids.length; start += batch) {
    const chosen = ids.slice(start, start + batch);
    const tables = chosen.map(read);
    const padding = new Array<Float32Array>(batch - tables.length).fill(
      tables[0] ?? new Float32Array(),
    );
    const tokens = tokensTensor(runtime, [...tables, ...padding], null, shape);
    try {
      yield { chosen, tokens };
    } finally {
      tokens.dispose();
    }
  }
}
