import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { sizeOf } from '../../graph/value';
import type { Runtime } from '../../runtime/runtime';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { StateInput } from './forward';
import type { HeadTensors } from './head';

/**
 * A head's tensors as feeds of a session that takes them.
 * @throws `ProgrammingError` when the head lacks one.
 */
export function headFeeds(
  runtime: Runtime,
  session: InferenceSession,
  state: readonly StateInput[],
  head: HeadTensors,
): Record<string, Tensor> {
  const feeds: Record<string, Tensor> = {};
  for (const { name, shape, neutral } of state) {
    const data =
      head[name] ??
      (neutral === undefined ? undefined : new Float32Array(sizeOf(shape)).fill(neutral));
    if (!data) throw new ProgrammingError(`The head has no "${name}".`);
    // What the result doesn't depend on (a key's bias) is not part of the graph.
    if (!session.inputNames.includes(name)) continue;
    feeds[name] = new runtime.Tensor('float32', data, [...shape]);
  }
  return feeds;
}
