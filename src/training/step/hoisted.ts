import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Runtime } from '../../runtime/runtime';
import { disposeGpuTensors } from './gpu-tensors';
import type { StepGraph } from './step-graph';

/**
 * What a training step needs of frozen tokens besides themselves (normalised tokens, their mean):
 * computed once for consecutive steps on the same batch.
 */
export class HoistedGraph {
  private latest: { tokens: Tensor; prepared: Record<string, Tensor> } | null = null;

  private constructor(
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
  ) {}

  static async create(
    runtime: Runtime,
    { model, outputs }: NonNullable<StepGraph['preparation']>,
  ): Promise<HoistedGraph> {
    const session = await runtime.createSession(model, { keepOnGpu: outputs });
    return new HoistedGraph(runtime, session);
  }

  /** Further inputs of the step for a batch of these tokens. */
  async of(tokens: Tensor): Promise<Record<string, Tensor>> {
    if (this.latest?.tokens !== tokens) {
      this.forget();
      const prepared = await this.runtime.run(this.session, { tokens });
      this.latest = { tokens, prepared };
    }
    return this.latest.prepared;
  }

  async release(): Promise<void> {
    this.forget();
    await this.session.release();
  }

  private forget(): void {
    if (this.latest) disposeGpuTensors(this.latest.prepared);
    this.latest = null;
  }
}
