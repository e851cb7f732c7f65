import type { Recipe, Setting } from '../model/recipe';

/** What a probe of a comparison may choose from, and by which share of its training images. */
export interface Candidates {
  /** The recipe as it is first. */
  settings: readonly Setting[];
  /** Share of every class's training images that is held out of the inner runs, and compares them. */
  innerShare: number;
}

/**
 * What is tried for a probe. Inner runs are as long as the run itself: shorter ones would favour
 * higher rates than suit it. So where the pooling learns they are few, and on few images.
 * @param learnsPooling false for a classifier alone, which trains in no time: it may try more, and
 *   train until it converges
 */
export function candidates(recipe: Recipe, learnsPooling: boolean): Candidates {
  const rate = (times: number) => ({ learningRate: recipe.learningRate * times });
  if (learnsPooling) return { settings: [{}, rate(3)], innerShare: 0.75 };
  return { settings: [{}, { ...rate(3), epochs: 200 }, ...CONVERGED], innerShare: 0.25 };
}

/** SGD with momentum, long enough for a linear classifier to converge, under penalties from none on. */
const CONVERGED: readonly Setting[] = [0, 0.001, 0.01].map((weightDecay) => ({
  optimiser: 'sgd',
  learningRate: 0.1,
  weightDecay,
  epochs: 200,
  warmupEpochs: 0,
}));
