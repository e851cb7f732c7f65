import type { RecipeName } from '../../training/model/recipe';

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
