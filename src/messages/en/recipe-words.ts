import type { QueryStart, RecipeName } from '../../training/model/recipe';

/** What a recipe is called, and what it does. */
export const RECIPE_WORDS: Record<RecipeName, { label: string; note: string }> = {
  'small-data': {
    label: 'Small data',
    note: 'Standardised tokens, AdamW, and a high learning rate for the queries: on 20 to 500 images the queries learn to differ.',
  },
  paper: {
    label: 'As in the paper',
    note: 'LARS with warm-up on tokens as they come, made for ImageNet: on few images the maps stay nearly uniform.',
  },
};

interface StartWords {
  /** After "Queries start". */
  choice: string;
  /** After the name of a recipe. */
  short: string;
  /** Of a head, or of heads, that were trained so. */
  done: string;
}

/** Where queries start. */
export const START_WORDS: Record<QueryStart, StartWords> = {
  clusters: {
    choice: 'at clusters of your tokens',
    short: 'cluster start',
    done: 'queries started at clusters',
  },
  random: { choice: 'at random', short: 'random start', done: 'queries started at random' },
};
