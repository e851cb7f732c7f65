import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { sizeOf } from '../graph/value';
import type { Runtime } from '../runtime/runtime';
import type { HeadTensors } from './head';
import { type HeadGraph, type HeadShape, headGraph } from './step-graph';

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
   * @throws when the head lacks one of its tensors
   */
  async run(head: HeadTensors, tokens: Tensor): Promise<HeadOutputs> {
    const feeds: Record<string, Tensor> = { tokens };
    for (const { name, shape, neutral } of this.state) {
      const data =
        head[name] ??
        (neutral === undefined ? undefined : new Float32Array(sizeOf(shape)).fill(neutral));
      if (!data) throw new Error(`The head has no "${name}".`);
      // A key's bias says nothing about an image, so it may not be part of the graph.
      if (!this.session.inputNames.includes(name)) continue;
      feeds[name] = new this.runtime.Tensor('float32', data, [...shape]);
    }
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
