import { meanPairwiseCosine } from '../inspect/similarity';
import type { Runtime } from '../runtime/runtime';
import type { AttentionMaps, LabelledImage, Prediction } from './api';
import type { Measured } from './best-epoch';
import { Evaluator } from './evaluate';
import type { HeadTensors } from './head';
import { countCorrect, crossEntropy } from './metrics';
import type { HeadShape } from './step-graph';
import type { TokenStore } from './token-store';

/** What a head says about the images: predictions, attention maps, how often it is right. */
export class HeadView {
  private constructor(
    private readonly store: TokenStore,
    private readonly shape: Omit<HeadShape, 'batch'>,
    private readonly one: Evaluator,
    private readonly many: Evaluator,
  ) {}

  /** @param several how many images `measure` will usually get. */
  static async create(
    runtime: Runtime,
    store: TokenStore,
    shape: Omit<HeadShape, 'batch'>,
    several: number,
  ): Promise<HeadView> {
    const one = await Evaluator.create(runtime, shape, 1);
    const many = await Evaluator.create(runtime, shape, several);
    return new HeadView(store, shape, one, many);
  }

  /** Maps and prediction of one image that has tokens. `head` takes raw tokens. */
  async inspect(
    head: HeadTensors,
    imageId: string,
  ): Promise<{ maps: AttentionMaps | null; prediction: Prediction }> {
    const { probabilities, attention } = await this.one.run(head, [imageId], this.read);
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
    const { probabilities } = await this.many.run(head, ids, this.read);
    return {
      correct: countCorrect(probabilities, labels, this.shape.classes),
      loss: crossEntropy(probabilities, labels, this.shape.classes),
    };
  }

  /** Predictions for images with tokens, and the similarity of their maps averaged over them. */
  async describe(
    head: HeadTensors,
    ids: readonly string[],
  ): Promise<{ predictions: Prediction[]; mapSimilarity: number | null }> {
    const predictions: Prediction[] = [];
    let similarity: number | null = 0;
    // In pieces, because the maps of a thousand images at once would be too much to hold.
    for (let start = 0; start < ids.length; start += PIECE) {
      const piece = ids.slice(start, start + PIECE);
      const { probabilities, attention } = await this.many.run(head, piece, this.read);
      piece.forEach((imageId, row) => {
        const C = this.shape.classes;
        const own = probabilities.subarray(row * C, (row + 1) * C);
        predictions.push({ imageId, probabilities: [...own] });
        const cosine = attention && this.similarity(rowOf(attention, row, piece.length));
        similarity =
          similarity === null || cosine === null ? null : similarity + cosine / ids.length;
      });
    }
    return { predictions, mapSimilarity: similarity };
  }

  async release(): Promise<void> {
    await this.one.release();
    await this.many.release();
  }

  private similarity(maps: Float32Array): number | null {
    return meanPairwiseCosine(maps, maps.length / this.shape.patches);
  }

  private maps(imageId: string, weights: Float32Array): AttentionMaps {
    const { patches } = this.shape;
    return { imageId, queries: weights.length / patches, patches, weights };
  }

  private readonly read = (imageId: string) => this.store.read(imageId, this.shape.probe);
}

const PIECE = 256;

function rowOf(numbers: Float32Array, row: number, rows: number): Float32Array {
  const length = numbers.length / rows;
  return numbers.subarray(row * length, (row + 1) * length);
}
