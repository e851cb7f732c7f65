import type { Recipe, Setting } from '../model/recipe';

/** What a probe of a comparison may choose from, and how that is tried. */
export interface Candidates {
  /** The recipe as it is first. */
  settings: readonly Setting[];
  /** Share of every class's training images that is held out of the inner runs, and compares them. */
  innerShare: number;
  /** The recipe of an inner run, from that of the run itself. */
  inner(recipe: Recipe): Recipe;
}

/**
 * What is tried for a probe. Where the pooling learns, the inner runs are few, short and on a third of
 * the images: all of them together take about half as long as the run that they are for.
 * @param learnsPooling false for a classifier alone, which trains in no time: it may try more, and
 *   train until it converges
 */
export function candidates(recipe: Recipe, learnsPooling: boolean): Candidates {
  const rate = (times: number) => ({ learningRate: recipe.learningRate * times });
  return learnsPooling
    ? { settings: [{}, rate(3)], innerShare: 2 / 3, inner: halved }
    : { settings: [{}, { ...rate(3), epochs: 200 }, ...CONVERGED], innerShare: 1 / 4, inner: as };
}

/**
 * SGD with momentum, long enough for a linear classifier to converge, under penalties from next to
 * none on.
 */
const CONVERGED: readonly Setting[] = [0.001, 0.01, 0.03, 0.1].map((weightDecay) => ({
  optimiser: 'sgd',
  learningRate: 0.1,
  weightDecay,
  epochs: 200,
  warmupEpochs: 0,
}));

const as = (recipe: Recipe) => recipe;

/**
 * Half the epochs at twice the rates: the parameters come about as far. At the same rates the higher
 * one would seem better than it is, because it gets further in a short time.
 */
function halved(recipe: Recipe): Recipe {
  return {
    ...recipe,
    epochs: Math.ceil(recipe.epochs / 2),
    warmupEpochs: recipe.warmupEpochs / 2,
    learningRate: 2 * recipe.learningRate,
    queryLearningRate: 2 * recipe.queryLearningRate,
  };
}
