import { expect, test } from 'vitest';
import type { ShotFinding } from '../../study/low-shot/shot-finding';
import { shotFindingInWords } from './low-shot-sentence';

const finding: ShotFinding = {
  own: { name: 'ep', options: { queries: 8, dOut: 1 } },
  other: { name: 'gap', options: {} },
  runs: [
    { from: 2, to: 8, outcome: 'level' },
    { from: 16, to: 32, outcome: 'ahead' },
  ],
  top: { size: 32, own: 0.851, other: 0.779 },
  growth: { from: 16, to: 32, difference: 0.04, standardError: 0.011, outcome: 'more' },
  images: 80,
};
const said = (more: Partial<ShotFinding> = {}) => {
  const { sentence, notes } = shotFindingInWords({ ...finding, ...more });
  return [sentence, notes].map((text) => text.replaceAll('\u00a0', ' '));
};

test('says where EP is level and from where it is ahead, with numbers and what they rest on', () => {
  expect(said()).toEqual([
    'With 2 to 8 images a class EP with 8 queries is level with mean pooling; from 16 it is ahead. With 32, EP gets 85 % and mean pooling 78 %.',
    'From 16 to 32 images a class EP with 8 queries gains 4 ± 1 points: more images may help further. ' +
      'Tested on 80 held-out images, the same at every size; each size by itself, paired over the folds. ' +
      'Level: the 95 % interval of the difference includes 0.',
  ]);
});

test('one outcome at all sizes is one clause; several are one each', () => {
  const sentence = (...runs: ShotFinding['runs']) => said({ runs })[0]?.split('. ')[0];
  expect(sentence({ from: 2, to: 16, outcome: 'ahead' })).toBe(
    'With 2 to 16 images a class EP with 8 queries is ahead of mean pooling',
  );
  expect(
    sentence(
      { from: 2, to: 2, outcome: 'behind' },
      { from: 4, to: 4, outcome: 'unclear' },
      { from: 8, to: 8, outcome: 'ahead' },
    ),
  ).toBe(
    'With 2 images a class EP with 8 queries is behind mean pooling; with 4 the two can’t be told apart; with 8 it is ahead',
  );
  expect(sentence({ from: 2, to: 2, outcome: 'unclear' })).toBe(
    'With 2 images a class EP with 8 queries and mean pooling can’t be told apart',
  );
});

test('two numbers that differ but are not told apart may be chance', () => {
  const runs = [{ from: 2, to: 4, outcome: 'level' }] as const;
  expect(said({ runs })[0]).toMatch(/EP gets 85 % and mean pooling 78 %, which may be chance\.$/);
  const top = { size: 4, own: 0.8, other: 0.8 };
  expect(said({ runs, top })[0]).toMatch(/EP gets 80 % and mean pooling 80 %\.$/);
});

test('what the last step gave has a size, unless it gave nothing', () => {
  const note = (difference: number, outcome: 'more' | 'less' | 'open') =>
    said({ growth: { from: 8, to: 16, difference, standardError: 0.01, outcome } })[1];
  expect(note(-0.05, 'less')).toMatch(
    /^From 8 to 16 images a class EP with 8 queries loses 5 ± 1 points\. /,
  );
  expect(note(0, 'open')).toMatch(
    /^From 8 to 16 images a class EP with 8 queries does as well as before\. /,
  );
});

test('explains level and unclear only where they occur', () => {
  const notes = (outcome: ShotFinding['runs'][number]['outcome']) =>
    said({ runs: [{ from: 2, to: 4, outcome }], growth: null })[1];
  expect(notes('ahead')).not.toMatch(/Level|would tell/);
  expect(notes('unclear')).toMatch(/More images would tell whether there is a difference/);
  expect(
    said({ growth: { ...finding.growth, outcome: 'open' } as ShotFinding['growth'] })[1],
  ).toMatch(
    /^From 16 to 32 images a class EP with 8 queries gains 4 ± 1 points, which may be chance\./,
  );
});
