import type { Runtime } from '../../runtime/runtime';
import type { HeadShape } from '../model/forward';
import type { HeadTensors } from '../model/head';
import type { ReadTokens } from '../step/batches';
import { tokenBatches } from '../step/token-batches';
import { type HeadOutputs, HeadRunner } from './runner';

/** Images at once: enough to keep a device busy, few enough for any memory. */
const LARGEST_BATCH = 32;

/** Runs a head that takes raw tokens over any number of images. */
export class BatchedRunner {
  private constructor(
    private readonly runtime: Runtime,
    private readonly runner: HeadRunner,
    private readonly shape: HeadShape,
  ) {}

  /** @param expected how many images a call will usually bring. */
  static async create(
    runtime: Runtime,
    shape: Omit<HeadShape, 'batch'>,
    expected: number,
  ): Promise<BatchedRunner> {
    const full = { ...shape, batch: Math.max(1, Math.min(expected, LARGEST_BATCH)) };
    return new BatchedRunner(runtime, await HeadRunner.create(runtime, full), full);
  }

  /** Outputs for `ids`, in their order: logits and probabilities (ids, C), attention (ids, M, N). */
  async run(head: HeadTensors, ids: readonly string[], read: ReadTokens): Promise<HeadOutputs> {
    const parts: HeadOutputs[] = [];
    for (const { chosen, tokens } of tokenBatches(this.runtime, this.shape, ids, read)) {
      const outputs = await this.runner.run(head, tokens);
      parts.push(cut(outputs, chosen.length / this.shape.batch));
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
    return this.runner.release();
  }
}

function cut({ logits, probabilities, attention }: HeadOutputs, share: number): HeadOutputs {
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
