/** How a probe is trained. */
export interface Recipe {
  name: RecipeName;
  /** Tokens standardised per channel with the training images' mean and deviation. */
  standardise: boolean;
  optimiser: OptimiserName;
  /** Learning rate of everything but the queries. */
  learningRate: number;
  /** Where queries start that meet the tokens themselves. */
  queryStart: QueryStart;
  /** Learning rate of the queries. */
  queryLearningRate: number;
  /** Learning rates are for this batch size and scale with the real one; null: they are as they are. */
  baseBatch: number | null;
  /** Not applied to the queries, nor to parameters of one axis or fewer under LARS. */
  weightDecay: number;
  momentum: number;
  epochs: number;
  /** Epochs in which the learning rate rises linearly from 0; then it falls along a cosine. */
  warmupEpochs: number;
  /** Full batch up to this many training images, shuffled mini-batches of it beyond. */
  batchSize: number;
}

/** `random`: as the paper does, N(0, 0.02²). `clusters`: at centres of the tokens, see `cluster-queries.ts`. */
export type QueryStart = 'random' | 'clusters';

export type OptimiserName = 'adamw' | 'sgd' | 'lars';
export type RecipeName = 'small-data' | 'paper';

/** What a run changes of its recipe; nothing where it takes the recipe as it is. */
export type Setting = Readonly<
  Partial<
    Pick<
      Recipe,
      'optimiser' | 'learningRate' | 'queryLearningRate' | 'weightDecay' | 'epochs' | 'warmupEpochs'
    >
  >
>;

/** The recipe with what was chosen. */
export function withSetting(recipe: Recipe, setting: Setting): Recipe {
  return { ...recipe, ...setting };
}

export const RECIPES: Record<RecipeName, Recipe> = {
  'small-data': {
    name: 'small-data',
    standardise: true,
    optimiser: 'adamw',
    learningRate: 1e-3,
    queryStart: 'clusters',
    queryLearningRate: 0.02,
    baseBatch: null,
    weightDecay: 0.05,
    momentum: 0.9,
    epochs: 100,
    warmupEpochs: 0,
    batchSize: 256,
  },
  paper: {
    name: 'paper',
    standardise: false,
    optimiser: 'lars',
    learningRate: 0.1,
    queryStart: 'random',
    queryLearningRate: 0.1,
    baseBatch: 256,
    weightDecay: 0,
    momentum: 0.9,
    epochs: 90,
    warmupEpochs: 10,
    batchSize: 4096,
  },
};
