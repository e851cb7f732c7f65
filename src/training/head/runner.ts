import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../runtime/runtime';
import type { HeadShape } from '../model/forward';
import type { HeadTensors } from '../model/head';
import { headFeeds } from '../model/head-feeds';
import { type HeadGraph, headGraph } from '../model/head-graph';

export interface HeadOutputs {
  /** (B, C) */
  logits: Float32Array;
  /** (B, C), each row summing to 1. */
  probabilities: Float32Array;
  /** (B, M, N); null where the probe has no queries. */
  attention: Float32Array | null;
}

/** Runs a head in evaluation mode. */
export class HeadRunner {
  private constructor(
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
    private readonly state: HeadGraph['state'],
  ) {}

  static async create(runtime: Runtime, shape: HeadShape): Promise<HeadRunner> {
    const { model, state } = headGraph(shape);
    return new HeadRunner(runtime, await runtime.createSession(model), state);
  }

  /**
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

  release(): Promise<void> {
    return this.session.release();
  }
}
