import { expect, test } from 'vitest';
import { RECIPES, type Recipe } from '../../training/model/recipe';
import { type CaptionFacts, caption, recipeInWords } from './caption';

const facts: CaptionFacts = {
  shown: { kind: 'joint', opacity: 'contrast', groups: null },
  probe: { name: 'ep', options: { queries: 8 } },
  recipe: RECIPES['small-data'],
  backbone: 'Hiera-T',
  images: 48,
  epoch: null,
};

test('says what is shown and where it comes from', () => {
  expect(caption(facts)).toEqual([
    'Attention: each place in the colour of the query that attends most there, the stronger, the more opaque.',
    'EP, 8 queries · small-data recipe, queries started at clusters · Hiera-T · 48 images',
  ]);
});

test('a recipe that was changed, and a moment of training, are not kept quiet', () => {
  const [, changed] = caption({
    ...facts,
    recipe: { ...RECIPES.paper, epochs: 10 },
    images: 1200,
    epoch: 5,
  });
  expect(changed).toBe(
    'EP, 8 queries · paper’s recipe with other settings, queries started at random · Hiera-T · 1,200 images · after epoch 5',
  );
  expect(caption({ ...facts, epoch: 0 })[1]).toContain('· before training');
});

test('where queries started is said of those that it can matter to', () => {
  const recipe: Recipe = { ...RECIPES['small-data'], queryStart: 'random' };
  expect(recipeInWords(recipe, ['gap', 'ep_all', 'knn'])).toBe(
    'small-data recipe, queries started at random',
  );
  expect(recipeInWords(recipe, ['gap', 'aim', 'knn'])).toBe('small-data recipe');
});

test('queries are counted from 1, as on screen; evidence names its classes', () => {
  const shown = (value: CaptionFacts['shown']) => caption({ ...facts, shown: value })[0];
  expect(shown({ kind: 'query', query: 2 })).toBe('Attention of query 3.');
  expect(shown({ kind: 'evidence', of: 'cat', against: 'dog', query: null })).toBe(
    'Evidence for cat and not dog: orange speaks for it, blue against it.',
  );
  expect(shown({ kind: 'evidence', of: 'cat', against: null, query: 0 })).toBe(
    'Evidence for cat through query 1: orange speaks for it, blue against it.',
  );
  expect(shown({ kind: 'joint', opacity: 'winner', groups: 4 })).toContain('one of 4 groups');
});
