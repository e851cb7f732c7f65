import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { sizeOf } from '../../graph/value';
import type { ParameterGroup } from '../../probes/probe';
import type { Runtime } from '../../runtime/runtime';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { HeadShape } from '../model/forward';
import type { HeadLayout, HeadTensors } from '../model/head';
import { disposeGpuTensors } from './gpu-tensors';
import { HoistedGraph } from './hoisted';
import { OPTIMISERS } from './optimisers';
import { type StepSettings, stepGraph } from './step-graph';

/** A batch that is ready to be fed. */
export interface Batch {
  /** As the probe reads them. A tensor that comes again must hold the same numbers. */
  tokens: Tensor;
  /** (B, C), one-hot. */
  targets: Tensor;
}

/**
 * Runs training steps: holds the parameters, the buffers and the optimiser's memory
 * between them. On WebGPU all of that stays in GPU buffers.
 */
export class Stepper {
  private steps = 0;

  private constructor(
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
    private readonly preparation: HoistedGraph | null,
    private readonly settings: StepSettings,
    readonly layout: HeadLayout,
    /** Those of `state` that are the head's, not the optimiser's. */
    private readonly headNames: readonly string[],
    private state: Record<string, Tensor>,
  ) {}

  /**
   * @param start parameters and buffers by full name.
   * @throws `ProgrammingError` when `start` lacks one; as the runtime does when the session can't be created.
   */
  static async create(
    runtime: Runtime,
    shape: HeadShape,
    settings: StepSettings,
    start: HeadTensors,
    options: { inspect?: boolean } = {},
  ): Promise<Stepper> {
    const graph = stepGraph(shape, settings, options);
    const { head, slots } = graph.state;
    const state: Record<string, Tensor> = {};
    for (const { name, shape: dims } of head) {
      const data = start[name];
      if (data?.length !== sizeOf(dims)) {
        throw new ProgrammingError(`The head has no usable "${name}".`);
      }
      state[name] = new runtime.Tensor('float32', data.slice(), [...dims]);
    }
    for (const { name, shape: dims } of slots) {
      state[name] = new runtime.Tensor('float32', new Float32Array(sizeOf(dims)), [...dims]);
    }
    const session = await runtime.createSession(graph.model, {
      keepOnGpu: Object.keys(state).map((name) => `next:${name}`),
    });
    try {
      const preparation =
        graph.preparation && (await HoistedGraph.create(runtime, graph.preparation));
      const names = head.map(({ name }) => name);
      return new Stepper(runtime, session, preparation, settings, graph.layout, names, state);
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  /**
   * One update of every parameter.
   * @param fetch further outputs of the step graph to return besides `loss` and `logits`.
   */
  async step(
    batch: Batch,
    rates: Record<ParameterGroup, number>,
    fetch: readonly string[] = [],
  ): Promise<Record<string, Float32Array>> {
    const scalars = OPTIMISERS[this.settings.optimiser].stepScalars(this.steps + 1);
    const feeds: Record<string, Tensor> = {
      ...this.state,
      ...(await this.preparation?.of(batch.tokens)),
      targets: batch.targets,
    };
    // Where the preparation has all that is needed of them, the tokens are not part of the graph.
    if (this.session.inputNames.includes('tokens')) feeds.tokens = batch.tokens;
    const inputs = { ...scalars, 'rate.queries': rates.queries, 'rate.other': rates.other };
    for (const [name, value] of Object.entries(inputs)) {
      // An input that no parameter uses is not part of the graph (a probe without queries).
      if (this.session.inputNames.includes(name)) {
        feeds[name] = new this.runtime.Tensor('float32', [value], []);
      }
    }
    const wanted = ['loss', 'logits', ...fetch];
    const next = Object.keys(this.state).map((name) => `next:${name}`);
    const outputs = await this.runtime.run(this.session, feeds, [...wanted, ...next]);

    const before = this.state;
    this.state = Object.fromEntries(
      Object.keys(before).map((name) => [name, take(outputs, `next:${name}`)]),
    );
    disposeGpuTensors(before);
    this.steps++;
    const results: Record<string, Float32Array> = {};
    for (const name of wanted) results[name] = await numbers(take(outputs, name));
    return results;
  }

  /** The parameters and buffers as they are now, copied to main memory. */
  async head(): Promise<HeadTensors> {
    const head: HeadTensors = {};
    for (const name of this.headNames) head[name] = (await numbers(take(this.state, name))).slice();
    return head;
  }

  async release(): Promise<void> {
    disposeGpuTensors(this.state);
    await this.preparation?.release();
    await this.session.release();
  }
}

function take(tensors: Record<string, Tensor>, name: string): Tensor {
  const tensor = tensors[name];
  if (!tensor) throw new ProgrammingError(`The training step has no "${name}".`);
  return tensor;
}

async function numbers(tensor: Tensor): Promise<Float32Array> {
  return (await tensor.getData()) as Float32Array;
}
