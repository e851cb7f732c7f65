import {
  boolean,
  finite,
  type GenericSchema,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  safeInteger,
} from 'valibot';
import type { OptimiserName, Recipe, RecipeName } from './recipe';

const NAMES: readonly RecipeName[] = ['small-data', 'paper'];
const OPTIMISERS: readonly OptimiserName[] = ['adamw', 'sgd', 'lars'];

const amount = pipe(number(), finite(), minValue(0));
const positiveCount = pipe(number(), safeInteger(), minValue(1));

/** All or nothing: half a recipe is a recipe that nobody chose. */
export const RECIPE_SCHEMA: GenericSchema<unknown, Recipe> = object({
  name: picklist(NAMES),
  standardise: boolean(),
  optimiser: picklist(OPTIMISERS),
  learningRate: amount,
  queryLearningRate: amount,
  baseBatch: nullable(amount),
  weightDecay: amount,
  momentum: amount,
  epochs: positiveCount,
  warmupEpochs: amount,
  batchSize: positiveCount,
});
