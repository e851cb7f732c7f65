import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../../runtime/runtime';
import { ProgrammingError } from '../../../vocabulary/programming-error';
import type { HeadShape } from '../../model/forward';
import type { HeadTensors } from '../../model/head';
import { headFeeds } from '../../model/head-feeds';
import { type EvidenceGraph, evidenceGraph } from './evidence-graph';

/** Logits split over queries and the T tokens that the probe reads. */
export interface SplitLogits {
  /** (B, M, T) */
  evidence: Float32Array;
  /** (B) */
  constant: Float32Array;
  logit: Float32Array;
}

/** Splits logits of heads of one shape. */
export class EvidenceRunner {
  private constructor(
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
    private readonly state: EvidenceGraph['state'],
    private readonly shape: HeadShape,
    /** M, or 1 where nothing attends. */
    readonly queries: number,
  ) {}

  /** Null where the probe is not linear after its attention. */
  static async create(runtime: Runtime, shape: HeadShape): Promise<EvidenceRunner | null> {
    const graph = evidenceGraph(shape);
    if (!graph) return null;
    const session = await runtime.createSession(graph.model);
    return new EvidenceRunner(runtime, session, graph.state, shape, graph.queries);
  }

  /**
   * @param tokens raw, of B images
   * @param requested the logit of each of them that is split, less that of `against`
   */
  async run(
    head: HeadTensors,
    tokens: Tensor,
    requested: readonly { classIndex: number; against: number | null }[],
  ): Promise<SplitLogits> {
    const { batch, classes } = this.shape;
    const weights = new Float32Array(batch * classes);
    requested.forEach(({ classIndex, against }, row) => {
      weights[row * classes + classIndex] = 1;
      if (against !== null) weights[row * classes + against] = -1;
    });
    const outputs = await this.runtime.run(this.session, {
      tokens,
      requested: new this.runtime.Tensor('float32', weights, [batch, classes]),
      ...headFeeds(this.runtime, this.session, this.state, head),
    });
    const read = (name: string) => {
      const data = outputs[name]?.data as Float32Array | undefined;
      if (!data) throw new ProgrammingError(`The evidence graph returned no "${name}".`);
      return data;
    };
    return { evidence: read('evidence'), constant: read('constant'), logit: read('logit') };
  }

  release(): Promise<void> {
    return this.session.release();
  }
}
