import { expect, it } from 'vitest';
import { allChosen, chosenSetting, mostChosen } from './settings';

const chosen = (setting: object, folds: number, correct: number) => ({
  what: { kind: 'recipe' as const, setting },
  folds,
  correct,
  total: 20 * folds,
});

it('says what a fold chose', () => {
  expect(chosenSetting({ kind: 'recipe', setting: {} })).toBe('the recipe as it is');
  expect(chosenSetting({ kind: 'recipe', setting: { learningRate: 3 * 0.001, epochs: 200 } })).toBe(
    'learning rate 0.003, 200 epochs',
  );
  expect(
    chosenSetting({
      kind: 'recipe',
      setting: { optimiser: 'sgd', learningRate: 0.1, weightDecay: 0 },
    }),
  ).toBe('SGD, learning rate 0.1, weight decay 0');
  expect(chosenSetting({ kind: 'knn', setting: { neighbours: 10, temperature: 0.07 } })).toBe(
    'k = 10, T = 0.07',
  );
});

it('says in how many folds, and how that did on the inner splits', () => {
  const both = [chosen({ learningRate: 0.003 }, 4, 60), chosen({}, 1, 14)];
  expect(mostChosen(both)).toBe('rate 0.003…');
  expect(mostChosen([chosen({}, 5, 60)])).toBe('recipe');
  expect(mostChosen([chosen({ optimiser: 'sgd', epochs: 200 }, 5, 60)])).toBe('SGD');
  expect(mostChosen([])).toBe('');
  expect(allChosen(both)).toBe(
    'learning rate 0.003 in 4 of 5 folds (75 % of the inner images right); the recipe as it is in 1 of 5 folds (70 % of the inner images right).',
  );
  expect(allChosen([{ ...chosen({}, 1, 0), total: 0 }])).toBe(
    'the recipe as it is in 1 of 1 fold (no inner images).',
  );
});
