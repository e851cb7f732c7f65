import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../../runtime/runtime';
import { ProgrammingError } from '../../../vocabulary/programming-error';
import type { HeadShape } from '../../model/forward';
import type { HeadTensors } from '../../model/head';
import { headFeeds } from '../../model/head-feeds';
import { disposeGpuTensors } from '../../step/gpu-tensors';
import { type ImportanceGraph, importanceGraph } from './importance-graph';

/** Runs heads of one shape with the map of one query made uniform. */
export class ImportanceRunner {
  private constructor(
    private readonly runtime: Runtime,
    private readonly once: InferenceSession,
    private readonly session: InferenceSession,
    private readonly graph: Pick<ImportanceGraph, 'state' | 'queries'>,
    readonly shape: HeadShape,
  ) {}

  /** Null where the maps are not what the probe pools by. */
  static async create(runtime: Runtime, shape: HeadShape): Promise<ImportanceRunner | null> {
    const graph = importanceGraph(shape);
    if (!graph) return null;
    const { once, model, state, queries } = graph;
    const first = await runtime.createSession(once.model, { keepOnGpu: once.outputs });
    const second = await runtime.createSession(model).catch(async (error: unknown) => {
      await first.release();
      throw error;
    });
    return new ImportanceRunner(runtime, first, second, { state, queries }, shape);
  }

  /** M */
  get queries(): number {
    return this.graph.queries;
  }

  /**
   * Logits (B, C) of the head as it is, then with each query's map made uniform in turn.
   * @param tokens raw, of B images
   */
  async *run(head: HeadTensors, tokens: Tensor): AsyncGenerator<Float32Array> {
    const { runtime } = this;
    const prepared = await runtime.run(this.once, {
      tokens,
      ...headFeeds(runtime, this.once, this.graph.state, head),
    });
    try {
      const fixed = { ...prepared, ...headFeeds(runtime, this.session, this.graph.state, head) };
      for (let query = -1; query < this.queries; query++) {
        const uniform = new Float32Array(this.queries);
        if (query >= 0) uniform[query] = 1;
        const outputs = await runtime.run(this.session, {
          ...fixed,
          uniform: new runtime.Tensor('float32', uniform, [this.queries, 1]),
        });
        const logits = outputs.logits?.data as Float32Array | undefined;
        if (!logits) throw new ProgrammingError('The importance graph returned no logits.');
        yield logits;
      }
    } finally {
      disposeGpuTensors(prepared);
    }
  }

  async release(): Promise<void> {
    await this.once.release();
    await this.session.release();
  }
}
