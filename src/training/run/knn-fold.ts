import { meanRow } from '../../numbers/vectors';
import type { Split } from '../data/split';
import type { TokenStore } from '../data/token-store';
import { type ChosenKnn, chooseKnn, knnAnswer, rankNeighbours } from './knn';

/**
 * How many held-out images k-NN gets right, and with which settings. [CLS] is compared where the
 * backbone has one, else the mean token; k and T are chosen on the training images alone.
 */
export function knnFold(
  store: TokenStore,
  { training, heldOut }: Split,
  classes: number,
): { correct: number; chosen: ChosenKnn } {
  const descriptorOf = (imageId: string) => {
    const { data, prefixTokens, width } = store.tokens(imageId);
    return prefixTokens > 0 ? data.subarray(0, width) : Float32Array.from(meanRow(data, width));
  };
  const known = training.map(({ id, classIndex }) => ({
    descriptor: descriptorOf(id),
    classIndex,
  }));
  const chosen = chooseKnn(known, classes);
  const correct = heldOut.filter(
    ({ id, classIndex }) =>
      knnAnswer(rankNeighbours(descriptorOf(id), known), classes, chosen.settings) === classIndex,
  ).length;
  return { correct, chosen };
}
