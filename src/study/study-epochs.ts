import type { Recipe } from '../training/model/recipe';

/**
 * Epochs of every run of a study, fixed in advance: choosing an epoch by the held-out fold would let
 * it into the training. Half as many as Train's do as well on small data.
 */
const MOST_EPOCHS = 50;

/** The recipe as a study uses it. */
export function studyEpochs(recipe: Recipe): Recipe {
  return { ...recipe, epochs: Math.min(recipe.epochs, MOST_EPOCHS) };
}
