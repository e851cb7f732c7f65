import { expect, it } from 'vitest';
import { compare } from './compare';

const ep = { name: 'ep', options: { queries: 8, dOut: 1 } };

it('plans count what is done, and leave out what is done once', () => {
  const { chosen, plan, smallestClass } = compare.setup;
  expect(chosen({ entries: 4, folds: 5, repeats: 1 })).toBe('4 ticked · 5 folds');
  expect(chosen({ entries: 4, folds: 5, repeats: 2 })).toBe('4 ticked · 5 folds × 2');
  expect(plan({ entries: 4, folds: 5, repeats: 1 })).toBe('4 ticked × 5 folds = 20 trainings.');
  expect(plan({ entries: 4, folds: 2, repeats: 3 })).toBe(
    '4 ticked × 2 folds × 3 repeats = 24 trainings.',
  );
  expect(smallestClass({ folds: 3, images: 3 })).toMatch(/^3 folds: .* has 3 images\.$/);
  expect(compare.entries.needCls(['Linear'])).toMatch(/^Linear is off/);
  expect(compare.entries.needCls(['Linear', 'X'])).toMatch(/^Linear, X are off/);
});

it('says at which fold it is, counted from 1', () => {
  const { now } = compare.progress;
  expect(now(ep, { fold: 2, folds: 5, repeats: 1 })).toBe('EP, 8 queries, fold 3 of 5');
  expect(now(ep, { fold: 7, folds: 5, repeats: 2 })).toBe(
    'EP, 8 queries, fold 3 of 5, repeat 2 of 2',
  );
});

it('says what small classes cost', () => {
  expect(
    compare.remark({ code: 'fewer-folds', folds: 3, wanted: 5, smallest: 'dogs', images: 3 }),
  ).toBe('3 folds instead of 5: the smallest class, dogs, has 3 images.');
  expect(compare.remark({ code: 'altered-pixels' })).toContain('altered pixels');
  expect(compare.remark({ code: 'left-out', classes: ['trees', 'owls'] })).toBe(
    'Left out, with fewer than two images that have tokens: trees, owls.',
  );
});

it('points say their numbers', () => {
  const accuracy = { mean: 0.917, standardError: 0.026, folds: 5, correct: 44, total: 48 };
  expect(compare.figure.point({ probe: ep, accuracy, parameters: 152_068, hasHead: true })).toBe(
    'EP, 8 queries: held-out accuracy 91.7 % ± 2.6, 152,068 parameters. Shows what it sees.',
  );
  expect(compare.figure.rightValue(accuracy)).toBe('44 of 48, 5 folds');
});

it('numbers of a verdict stay with what they count', () => {
  const standing = { kind: 'ep', accuracy: 0.5, allRight: false, parameters: null } as const;
  const { sentence, notes } = compare.verdict({
    finding: { code: 'alone', entry: { ...standing, probe: ep } },
    basis: null,
    notes: [{ code: 'unfinished', done: 3, all: 10 }, { code: 'no-rival' }],
  });
  expect(sentence).toBe('EP with 8 queries gets 50\u00a0% right.');
  expect(notes).toBe(
    'This rests on 3 of 10 folds. No other probe that attends is among those finished.',
  );
});

it('backbones: what is to download, and how far it is', () => {
  const { setup, progress, figure } = compare.backbones;
  expect(setup.plan({ backbones: 2, bytes: 0 })).toBe(
    'k-NN, linear and EP on 2 backbones, one after another. Nothing to download. Then the one in use comes back.',
  );
  expect(setup.plan({ backbones: 1, bytes: 88_500_000 })).toContain(
    'on 1 backbone, one after another. 88.5 MB to download. Then',
  );
  expect(setup.cached('fp16')).toMatch(/, kept here$/);
  expect(setup.cached(null)).toBe('kept here');
  expect(progress.tokens('Hiera-T', { done: 3, total: 12 })).toBe(
    'Hiera-T: tokens, 3 of 12 images',
  );
  expect(progress.probes('Hiera-T', null)).toBe('Hiera-T: probes');
  expect(progress.switching('Hiera-T', { kind: 'idle' })).toBe('Switching to Hiera-T');
  expect(figure.familyAndStale('Hybrid', compare.backbones.stale.images)).toBe(
    'Hybrid · images have changed since',
  );
});
