import { meanPairwiseCosine } from '../../analysis/complementarity';
import type { Runtime } from '../../runtime/runtime';
import type { Prediction } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps } from '../../vocabulary/maps';
import type { TokenStore } from '../data/token-store';
import type { HeadShape } from '../model/forward';
import type { HeadTensors } from '../model/head';
import type { Measured } from './best-epoch';
import { countCorrect, crossEntropy } from './metrics';
import { type HeadOutputs, HeadRunner } from './runner';
import { SessionPool } from './session-pool';

/** Images at once: enough to keep a device busy, few enough for any memory. */
const LARGEST_BATCH = 32;
/** Images whose maps are held at once: those of a thousand would be too much memory. */
const CHUNK = 256;

/** What a head gives for the images: predictions, attention maps, how often it is right. */
export class HeadEvaluator {
  /** The sessions that run this head, for every question about it. */
  readonly sessions = new SessionPool();

  /** @param several how many images `measure` will usually get. */
  constructor(
    readonly runtime: Runtime,
    private readonly store: TokenStore,
    readonly shape: Omit<HeadShape, 'batch'>,
    private readonly several: number,
  ) {}

  /** Maps and prediction of one image that has tokens. `head` takes raw tokens. */
  async inspect(
    head: HeadTensors,
    imageId: string,
  ): Promise<{ maps: AttentionMaps | null; prediction: Prediction }> {
    const { probabilities, attention } = await this.evaluate(head, [imageId], 1);
    return {
      maps: attention && this.maps(imageId, attention),
      prediction: { imageId, probabilities: [...probabilities] },
    };
  }

  /** Accuracy and loss on labelled images; null for none. */
  async measure(head: HeadTensors, images: readonly LabelledImage[]): Promise<Measured | null> {
    if (images.length === 0) return null;
    const ids = images.map((image) => image.id);
    const labels = images.map((image) => image.classIndex);
    const { probabilities } = await this.evaluate(head, ids, this.several);
    return {
      correct: countCorrect(probabilities, labels, this.shape.classes),
      loss: crossEntropy(probabilities, labels, this.shape.classes),
    };
  }

  /**
   * Predictions for images with tokens, and the similarity of their maps averaged over them.
   * @param pause called between pieces; may throw to give up
   */
  async describe(
    head: HeadTensors,
    ids: readonly string[],
    pause: () => Promise<void>,
  ): Promise<{ predictions: Prediction[]; mapSimilarity: number | null }> {
    const predictions: Prediction[] = [];
    let similarity: number | null = 0;
    for (let start = 0; start < ids.length; start += CHUNK) {
      const piece = ids.slice(start, start + CHUNK);
      const { probabilities, attention } = await this.evaluate(head, piece, this.several);
      piece.forEach((imageId, row) => {
        const C = this.shape.classes;
        const own = probabilities.subarray(row * C, (row + 1) * C);
        predictions.push({ imageId, probabilities: [...own] });
        const cosine = attention && this.similarity(rowOf(attention, row, piece.length));
        similarity =
          similarity === null || cosine === null ? null : similarity + cosine / ids.length;
      });
      await pause();
    }
    return { predictions, mapSimilarity: similarity };
  }

  /**
   * Outputs for several images that have tokens.
   * @param expected how many images a call will usually bring
   */
  async evaluate(
    head: HeadTensors,
    imageIds: readonly string[],
    expected: number,
  ): Promise<HeadOutputs> {
    const batch = Math.max(1, Math.min(expected, LARGEST_BATCH));
    const runner = await this.sessions.get(`evaluate ${batch}`, () =>
      HeadRunner.create(this.runtime, { ...this.shape, batch }),
    );
    return runner.runAll(head, imageIds, this.read);
  }

  /** Whether an image has tokens. */
  has(imageId: string): boolean {
    return this.store.has(imageId);
  }

  /** What the head's probe reads of an image. @throws as `TokenStore.read` */
  readonly read = (imageId: string) => this.store.read(imageId, this.shape.probe);

  /** The tokens of an image's patches, (N, D), whatever the probe reads. @throws as `TokenStore.patches` */
  readonly patchTokens = (imageId: string) => this.store.patches(imageId);

  /** Frees the sessions; the evaluator can still be used, and creates them again. */
  release(): Promise<void> {
    return this.sessions.release();
  }

  private similarity(maps: Float32Array): number | null {
    return meanPairwiseCosine(maps, maps.length / this.shape.patches);
  }

  private maps(imageId: string, weights: Float32Array): AttentionMaps {
    const { patches } = this.shape;
    return { imageId, queries: weights.length / patches, patches, weights };
  }
}

function rowOf(numbers: Float32Array, row: number, rows: number): Float32Array {
  const length = numbers.length / rows;
  return numbers.subarray(row * length, (row + 1) * length);
}
