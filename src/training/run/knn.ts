import { argmax, cosine } from '../../numbers/vectors';
import { ProgrammingError } from '../../vocabulary/programming-error';

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

/** A training image as one image sees it. */
export interface Neighbour {
  /** Cosine of the descriptors. */
  similarity: number;
  classIndex: number;
}

/** The training images from the most to the least alike by cosine. */
export function rankNeighbours(
  descriptor: Float32Array,
  training: readonly LabelledDescriptor[],
): Neighbour[] {
  return training
    .map((image) => ({
      similarity: cosine(descriptor, image.descriptor),
      classIndex: image.classIndex,
    }))
    .sort((a, b) => b.similarity - a.similarity);
}

/**
 * The k nearest vote, each for its class.
 * @param ranked as `rankNeighbours` gives them
 * @returns each class's share of the votes, (C)
 * @throws `ProgrammingError` when there is nothing to compare with
 */
export function knnVotes(
  ranked: readonly Neighbour[],
  classes: number,
  { neighbours, temperature }: KnnSettings,
): Float64Array {
  const [first] = ranked;
  if (!first) throw new ProgrammingError('k-NN needs at least one training image.');
  const votes = new Float64Array(classes);
  let total = 0;
  for (const { similarity, classIndex } of ranked.slice(0, neighbours)) {
    // Relative to the closest one: the shares are the same, and nothing overflows.
    const vote = Math.exp((similarity - first.similarity) / temperature);
    votes[classIndex] = (votes[classIndex] ?? 0) + vote;
    total += vote;
  }
  return votes.map((vote) => vote / total);
}

/** Settings of k-NN, and how they do when every training image is left out in turn. */
export interface ChosenKnn {
  settings: KnnSettings;
  correct: number;
  total: number;
  /** Mean cross-entropy of the votes, nats. */
  loss: number;
}

/**
 * The settings that do best when every training image is left out in turn; the first of equals.
 * Nothing but training images is looked at, so a held-out fold has no say.
 */
export function chooseKnn(training: readonly LabelledDescriptor[], classes: number): ChosenKnn {
  const ranked = training.map((image) =>
    rankNeighbours(
      image.descriptor,
      training.filter((other) => other !== image),
    ),
  );
  const labels = training.map(({ classIndex }) => classIndex);
  return KNN_NEIGHBOURS.flatMap((neighbours) =>
    KNN_TEMPERATURES.map((temperature): ChosenKnn => {
      const settings = { neighbours, temperature };
      const votes = ranked.map((neighbours) => knnVotes(neighbours, classes, settings));
      return {
        settings,
        correct: votes.filter((shares, i) => argmax(shares) === labels[i]).length,
        total: training.length,
        loss: meanLoss(votes, labels),
      };
    }),
  ).reduce((best, candidate) => (candidate.correct > best.correct ? candidate : best));
}

function meanLoss(votes: readonly Float64Array[], labels: readonly number[]): number {
  const losses = votes.map((shares, i) => -Math.log(Math.max(shares[labels[i] ?? 0] ?? 0, LEAST)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** A class without a vote still has a finite loss. */
const LEAST = 1e-6;

/** The class with most votes. */
export function knnAnswer(
  ranked: readonly Neighbour[],
  classes: number,
  settings: KnnSettings,
): number {
  return argmax(knnVotes(ranked, classes, settings));
}
