import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../runtime/runtime';
import type { HeadShape } from '../model/forward';
import type { HeadTensors } from '../model/head';
import { headFeeds } from '../model/head-feeds';
import { type HeadGraph, headGraph } from '../model/head-graph';
import type { ReadTokens } from '../step/batches';
import { tokenBatches } from '../step/token-batches';

export interface HeadOutputs {
  /** (B, C) */
  logits: Float32Array;
  /** (B, C), each row summing to 1. */
  probabilities: Float32Array;
  /** (B, M, N); null where nothing attends. */
  attention: Float32Array | null;
}

/** Runs a head that takes raw tokens, in evaluation mode, a fixed number of images at once. */
export class HeadRunner {
  private constructor(
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
    private readonly state: HeadGraph['state'],
    private readonly shape: HeadShape,
  ) {}

  static async create(runtime: Runtime, shape: HeadShape): Promise<HeadRunner> {
    const { model, state } = headGraph(shape);
    return new HeadRunner(runtime, await runtime.createSession(model), state, shape);
  }

  /**
   * Outputs for one batch.
   * @param tokens raw, shaped as the probe reads them
   * @throws `ProgrammingError` when the head lacks one of its tensors
   */
  async run(head: HeadTensors, tokens: Tensor): Promise<HeadOutputs> {
    const feeds = { tokens, ...headFeeds(this.runtime, this.session, this.state, head) };
    const outputs = await this.runtime.run(this.session, feeds);
    const read = (name: string) => outputs[name]?.data as Float32Array | undefined;
    return {
      logits: read('logits') ?? new Float32Array(),
      probabilities: read('probabilities') ?? new Float32Array(),
      attention: read('attention') ?? null,
    };
  }

  /** Outputs for any number of images, in the order of `ids`: logits (ids, C), attention (ids, M, N). */
  async runAll(head: HeadTensors, ids: readonly string[], read: ReadTokens): Promise<HeadOutputs> {
    const parts: HeadOutputs[] = [];
    for (const { chosen, tokens } of tokenBatches(this.runtime, this.shape, ids, read)) {
      const outputs = await this.run(head, tokens);
      parts.push(firstRows(outputs, chosen.length / this.shape.batch));
    }
    return {
      logits: join(parts.map((part) => part.logits)),
      probabilities: join(parts.map((part) => part.probabilities)),
      attention: parts[0]?.attention
        ? join(parts.flatMap((part) => (part.attention ? [part.attention] : [])))
        : null,
    };
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

/** The outputs without those of the images that fill a batch up. */
function firstRows({ logits, probabilities, attention }: HeadOutputs, share: number): HeadOutputs {
  const first = (numbers: Float32Array) => numbers.subarray(0, Math.round(numbers.length * share));
  return {
    logits: first(logits),
    probabilities: first(probabilities),
    attention: attention && first(attention),
  };
}

function join(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
