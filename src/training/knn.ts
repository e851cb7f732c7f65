/** Settings over which the paper takes the best accuracy. */
export const KNN_NEIGHBOURS = [5, 10, 15, 20, 50, 100, 200] as const;
export const KNN_TEMPERATURES = [0.07, 0.1, 0.2] as const;

export interface KnnSettings {
  /** k, how many training images vote; all of them where there are fewer. */
  neighbours: number;
  /** T: a neighbour at cosine s has the weight exp(s / T). */
  temperature: number;
}

export interface LabelledDescriptor {
  /** One row per image: [CLS], or the mean of its tokens. Any length but 0. */
  descriptor: Float32Array;
  classIndex: number;
}

/**
 * k nearest neighbours by cosine, nothing trained: every neighbour votes for its class.
 * @returns each class's share of the votes, (C)
 * @throws when there is nothing to compare with
 */
export function knnVotes(
  descriptor: Float32Array,
  training: readonly LabelledDescriptor[],
  classes: number,
  { neighbours, temperature }: KnnSettings,
): Float64Array {
  if (training.length === 0) throw new Error('k-NN needs at least one training image.');
  const nearest = training
    .map((image) => ({
      similarity: cosine(descriptor, image.descriptor),
      classIndex: image.classIndex,
    }))
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, neighbours);
  const votes = new Float64Array(classes);
  const closest = nearest[0]?.similarity ?? 0;
  let total = 0;
  for (const { similarity, classIndex } of nearest) {
    // Relative to the closest one: the shares are the same, and nothing overflows.
    const vote = Math.exp((similarity - closest) / temperature);
    votes[classIndex] = (votes[classIndex] ?? 0) + vote;
    total += vote;
  }
  return votes.map((vote) => vote / total);
}

/** What k-NN compares where there is no [CLS]: the mean of row-major tokens (N, D). */
export function meanToken(tokens: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  tokens.forEach((value, index) => {
    sums[index % width] = (sums[index % width] ?? 0) + value;
  });
  return Float32Array.from(sums, (sum) => (sum * width) / tokens.length);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] as number, b[i] as number];
    product += left * right;
    lengthA += left * left;
    lengthB += right * right;
  }
  return product / (Math.sqrt(lengthA * lengthB) || 1);
}
