import { softmax } from '../../graph/operators';
import { serialise } from '../../graph/serialise';
import type { Value } from '../../graph/value';
import { classify, type HeadShape, headState, type StateInput, startForward } from './forward';

export interface HeadGraph {
  model: Uint8Array;
  /** The head's tensors, fed by their full names. */
  state: StateInput[];
}

/**
 * The trained head as an ONNX model, batch norm in evaluation form.
 *
 * Inputs: raw `tokens`, every parameter and buffer under its full name, and where the probe can't
 * fold standardisation that of the tokens. Outputs: `logits` and `probabilities` (B, C), and
 * `attention` (B, M, N) where the probe attends.
 */
export function headGraph(shape: HeadShape): HeadGraph {
  const forward = startForward(shape, false);
  const { pooled } = forward;
  const logits = classify(forward.normalised, forward);
  const outputs: Record<string, Value> = { logits, probabilities: softmax(logits) };
  if (pooled.attention) outputs.attention = pooled.attention;
  return { model: serialise(outputs), state: headState(forward) };
}
