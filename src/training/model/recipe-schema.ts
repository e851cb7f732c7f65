import {
  boolean,
  exactOptional,
  type GenericSchema,
  nullable,
  object,
  optional,
  picklist,
} from 'valibot';
import { AMOUNT, POSITIVE_COUNT } from '../../vocabulary/schema-parts';
import type { OptimiserName, QueryStart, Recipe, RecipeName, Setting } from './recipe';

const NAMES: readonly RecipeName[] = ['small-data', 'paper'];
const OPTIMISERS: readonly OptimiserName[] = ['adamw', 'sgd', 'lars'];

const QUERY_STARTS: readonly QueryStart[] = ['random', 'clusters'];

/** All or nothing: half a recipe is a recipe that nobody chose. */
export const RECIPE_SCHEMA: GenericSchema<unknown, Recipe> = object({
  name: picklist(NAMES),
  standardise: boolean(),
  optimiser: picklist(OPTIMISERS),
  learningRate: AMOUNT,
  // There was one way before this was asked.
  queryStart: optional(picklist(QUERY_STARTS), 'random'),
  queryLearningRate: AMOUNT,
  baseBatch: nullable(AMOUNT),
  weightDecay: AMOUNT,
  momentum: AMOUNT,
  epochs: POSITIVE_COUNT,
  warmupEpochs: AMOUNT,
  batchSize: POSITIVE_COUNT,
});

/** What a run of a comparison changed of its recipe. */
export const SETTING_SCHEMA: GenericSchema<unknown, Setting> = object({
  optimiser: exactOptional(picklist(OPTIMISERS)),
  learningRate: exactOptional(AMOUNT),
  queryLearningRate: exactOptional(AMOUNT),
  weightDecay: exactOptional(AMOUNT),
  epochs: exactOptional(POSITIVE_COUNT),
  warmupEpochs: exactOptional(AMOUNT),
});
