import { expect, test } from 'vitest';
import { RECIPES } from '../../../training/model/recipe';
import { probe } from './probe';

const { dock, facts, options, readiness, recipe } = probe;

test('what keeps Train from being pressed is said with what to do', () => {
  expect(readiness.reason({ code: 'no-classes' })).toBe('Add images to two classes to train.');
  expect(readiness.reason({ code: 'class-too-small', className: 'birds' })).toBe(
    'Each class needs two images: birds has one.',
  );
});

test('notes beside a button name what it starts', () => {
  expect(readiness.note({ code: 'classes-left-out', classNames: ['cars', 'boats'] })).toBe(
    'Left out, with one image only: cars, boats.',
  );
  expect(readiness.note({ code: 'waits-for-tokens' })).toBe(
    'Training starts when every image has its tokens.',
  );
  expect(readiness.noteOfComparison({ code: 'waits-for-tokens' })).toBe(
    'It starts when every image has its tokens.',
  );
});

test('a result says what it rests on', () => {
  expect(dock.heldOut({ correct: 13, total: 15 }, null)).toBe(
    '<unbroken>Held-out accuracy 87 %,</unbroken> <unbroken>13 of 15 images</unbroken>',
  );
  expect(dock.heldOut({ correct: 13, total: 15 }, { correct: 12, total: 15 })).toBe(
    '<unbroken>Held-out accuracy 87 %,</unbroken> <unbroken>13 of 15 images</unbroken>; <lastEpoch>last epoch</lastEpoch> <unbroken>80 %</unbroken>',
  );
  expect(dock.training({ correct: 1, total: 1 })).toBe(
    '<unbroken>Training accuracy 100 %,</unbroken> <unbroken>1 of 1 image, none held out</unbroken>',
  );
  expect(facts.keptEpochValue(20, 60, { best: true, stopped: false })).toBe(
    '20 of 60<faint>, the best on the held-out images</faint>',
  );
  expect(facts.keptEpochValue(60, 60, { best: false, stopped: true })).toBe(
    '60 of 60<faint>, the last; stopped early</faint>',
  );
});

test('the number of parameters goes with that of classes', () => {
  expect(options.parametersWith(152068, 1)).toBe('152,068 <faint>with 1 class</faint>');
  expect(options.parametersWith(150528, 0)).toBe('150,528 <faint>without classes</faint>');
});

test('a recipe says where queries start, in short only where it is not its usual place', () => {
  const small = { ...RECIPES['small-data'], queryLearningRate: 0.05 };
  expect(recipe.numbers(small, 'clusters')).toBe(
    '100 epochs; learning rate 0.001, queries 0.05 with a cluster start; weight decay 0.05.',
  );
  expect(recipe.numbers(small, null)).toContain('queries 0.05; weight');
  expect(recipe.summary(small, 'clusters', 0.25)).toMatch(/^Small data · 25/);
  expect(recipe.summary(small, null, 0.25)).toMatch(/^Small data · 25/);
  expect(recipe.summary(small, 'random', 0.25)).toMatch(/^Small data, random start · 25/);
  expect(recipe.summary(RECIPES.paper, 'random', 0.25)).toMatch(/^As in the paper · 25/);
});
