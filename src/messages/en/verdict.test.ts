import { describe, expect, it } from 'vitest';
import type { ProbeChoice } from '../../probes/choice';
import { studyRows } from '../../study/study-table';
import { judgeStudy, type VerdictInput } from '../../study/verdict';
import type { FoldResult, SettingsChoice } from '../../training/run/compare-api';
import { verdictInWords } from './verdict';

/** An entry with the images that it gets right in every fold. */
interface Entry {
  key: string;
  probe: ProbeChoice;
  parameters: number;
  correct: number[];
}

const ep = (queries: number): ProbeChoice => ({ name: 'ep', options: { queries, dOut: 1 } });
const other = (key: string, parameters: number) => ({
  key,
  probe: { name: key, options: {} },
  parameters,
});
const EP = { key: 'ep', probe: ep(8), parameters: 152_000 };
const JEPA = other('jepa', 1_777_000);
const GAP = other('gap', 1540);
const KNN = other('knn', 0);

function study(
  entries: Entry[],
  {
    perFold = 100,
    folds = 5,
    repeats = 1,
    chance = 0.25,
    choice = 'shared' as SettingsChoice,
  } = {},
): VerdictInput {
  const results: FoldResult[] = entries.flatMap(({ key, correct }) =>
    correct.map((right, fold) => ({ key, fold, correct: right, total: perFold, milliseconds: 1 })),
  );
  const facts = entries.map(({ key, parameters }) => ({
    key,
    parameters: { total: parameters, pooling: parameters },
    multiplyAdds: { factored: 1, reference: 1 },
  }));
  const rows = studyRows({
    entries,
    facts: Object.fromEntries(facts.map((one) => [one.key, one])),
    results,
  });
  return { rows, results, design: { folds, repeats }, choice, chance };
}

const verdict = (...arguments_: Parameters<typeof study>) => {
  const judged = judgeStudy(study(...arguments_));
  return judged && verdictInWords(judged);
};
const say = (...arguments_: Parameters<typeof study>) => verdict(...arguments_)?.sentence;
const notes = (...arguments_: Parameters<typeof study>) => verdict(...arguments_)?.notes;

describe('EP against the best other probe that attends', () => {
  it('says that it is within the noise, with what share of the parameters', () => {
    expect(
      say([
        { ...EP, correct: [91, 93, 90, 92, 89] },
        { ...JEPA, correct: [92, 92, 93, 90, 93] },
      ]),
    ).toBe(
      'EP with 8 queries is within the noise of V-JEPA (91 % and 92 %) with a twelfth of its parameters.',
    );
  });

  it('says by how much it is ahead', () => {
    expect(
      say([
        { ...EP, correct: [95, 94, 96, 93, 95] },
        { ...JEPA, correct: [90, 91, 91, 88, 90] },
      ]),
    ).toBe(
      'EP with 8 queries is ahead of V-JEPA by 5 ± 0.6 points (95 % and 90 %) with a twelfth of its parameters.',
    );
  });

  it('says by how much it is behind', () => {
    expect(
      say([
        { ...EP, parameters: 2_500_000, correct: [80, 82, 81, 79, 80] },
        { ...JEPA, correct: [90, 91, 91, 88, 90] },
      ]),
    ).toBe(
      'EP with 8 queries is behind V-JEPA by 10 ± 0.4 points (80 % and 90 %) with 1.4 times its parameters.',
    );
  });

  it('compares the best of each kind, the smaller one among equals', () => {
    const sentence = say([
      { ...EP, key: 'ep 2', probe: ep(2), correct: [70, 71, 70, 72, 70] },
      { ...EP, parameters: 160_000, correct: [90, 91, 90, 92, 90] },
      { ...EP, key: 'ep 4', probe: ep(4), correct: [90, 91, 90, 92, 90] },
      { ...JEPA, correct: [50, 51, 50, 52, 50] },
      { ...other('aim', JEPA.parameters), correct: [80, 81, 80, 82, 80] },
    ]);
    expect(sentence).toMatch(/^EP with 4 queries is ahead of AIM/);
  });

  it('does not take one image more in every fold for a lead', () => {
    const sentence = say(
      [
        { ...EP, correct: [9, 9, 9, 9, 9] },
        { ...JEPA, correct: [8, 8, 8, 8, 8] },
      ],
      { perFold: 10 },
    );
    expect(sentence).toMatch(/within the noise of V-JEPA \(90 % and 80 %\)/);
  });

  it('does not take repeats for more images', () => {
    const wins = [9, 8, 9, 8, 9];
    const losses = [8, 8, 8, 8, 8];
    const repeated = (once: number[]) => [...once, ...once, ...once];
    const sentence = say(
      [
        { ...EP, correct: repeated(wins) },
        { ...JEPA, correct: repeated(losses) },
      ],
      { perFold: 10, repeats: 3 },
    );
    expect(sentence).toMatch(/within the noise/);
  });

  it('is within the noise when both get the same right', () => {
    const correct = [90, 91, 92, 93, 94];
    expect(
      say([
        { ...EP, correct },
        { ...JEPA, correct },
      ]),
    ).toMatch(/^EP with 8 queries is within the noise of V-JEPA \(92 % and 92 %\) with a twelfth/);
  });

  it('says that the classes are too easy when all is right', () => {
    const correct = [10, 10, 10, 10, 10];
    const easy = [
      { ...EP, correct },
      { ...JEPA, correct },
      { ...GAP, correct },
    ];
    expect(say(easy, { perFold: 10 })).toBe(
      'EP with 8 queries and V-JEPA get all 50 held-out images right, the first with a twelfth of the other’s parameters, and so does mean pooling: these classes are too easy to tell probes apart.',
    );
    expect(notes(easy, { perFold: 10 })).toEqual([]);
    const floorWorse = [...easy.slice(0, 2), { ...GAP, correct: [8, 9, 8, 9, 10] }];
    expect(say(floorWorse, { perFold: 10 })).toMatch(/; mean pooling gets 88 %\.$/);
  });
});

describe('mean pooling beside them', () => {
  const ours = { ...EP, correct: [91, 93, 90, 92, 89] };
  const jepa = { ...JEPA, correct: [92, 92, 93, 90, 93] };

  it('is behind', () => {
    expect(say([ours, jepa, { ...GAP, correct: [83, 84, 82, 84, 82] }])).toMatch(
      /with a twelfth of its parameters, and is 8 ± 0\.5 points ahead of mean pooling \(83 %\)\.$/,
    );
  });

  it('is ahead', () => {
    expect(say([ours, jepa, { ...GAP, correct: [99, 100, 98, 99, 97] }])).toMatch(
      /, and is 8 ± 0\.\d points behind mean pooling \(99 %\)\.$/,
    );
  });

  it('can not be told apart', () => {
    expect(say([ours, jepa, { ...GAP, correct: [92, 91, 90, 93, 89] }])).toMatch(
      /, and is no better than mean pooling \(91 %\)\.$/,
    );
  });

  it('turns a lead over the rival into a "but"', () => {
    const worse = { ...JEPA, correct: [70, 72, 70, 71, 69] };
    expect(say([ours, worse, { ...GAP, correct: [92, 91, 90, 93, 89] }])).toMatch(
      /^EP with 8 queries is ahead of V-JEPA by .*, but is no better than mean pooling/,
    );
  });
});

describe('too few data to tell', () => {
  it('says so with few images, and what would help', () => {
    const few = [
      { ...EP, correct: [3, 4, 4] },
      { ...JEPA, correct: [4, 4, 3] },
      { ...GAP, correct: [3, 3, 4] },
    ];
    expect(say(few, { perFold: 4, folds: 3 })).toBe(
      '12 held-out images are too few to tell EP with 8 queries from V-JEPA (92 % and 92 %, a difference of 0 ± 23 points); EP with 8 queries has a twelfth of its parameters, and is not clearly better than mean pooling (83 %).',
    );
    expect(notes(few, { perFold: 4, folds: 3 })).toEqual([
      'More images in each class would help most.',
    ]);
  });

  it('says so when the folds disagree widely', () => {
    const sentence = say([
      { ...EP, correct: [95, 60, 90, 55, 92] },
      { ...JEPA, correct: [60, 92, 58, 90, 61] },
    ]);
    expect(sentence).toMatch(
      /^500 held-out images are too few to tell EP with 8 queries from V-JEPA/,
    );
  });

  it('says so after a single fold', () => {
    const single = [
      { ...EP, correct: [91] },
      { ...JEPA, correct: [92] },
    ];
    expect(say(single)).toMatch(
      /^With a single fold finished it is too early to tell EP with 8 queries from V-JEPA \(91 % and 92 %\)/,
    );
    expect(notes(single)).toEqual(['This rests on 2 of 10 folds.']);
  });

  it('says so when nothing beats guessing', () => {
    const sentence = say(
      [
        { ...EP, correct: [5, 6, 5, 6, 5] },
        { ...JEPA, correct: [5, 5, 5, 6, 5] },
      ],
      { perFold: 10, chance: 0.5 },
    );
    expect(sentence).toBe(
      'No probe is clearly better than always naming the largest class (50 % right): the best, EP with 8 queries, gets 54 %.',
    );
  });

  it('says how few they are where even all right may be chance', () => {
    const entries = [
      { ...EP, correct: [2, 3] },
      { ...KNN, correct: [2, 3] },
    ];
    expect(say(entries, { perFold: 3, folds: 2, chance: 0.5 })).toBe(
      '6 held-out images are too few to tell any probe from always naming the largest class (50 % right): the best, k-NN, gets 83 %.',
    );
    expect(notes(entries, { perFold: 3, folds: 2, chance: 0.5 })).toEqual([
      'More images in each class would help most.',
    ]);
  });

  it('counts an image once, however often it is held out', () => {
    const correct = Array.from({ length: 15 }, (_, fold) => 3 + (fold % 2));
    const others = Array.from({ length: 15 }, (_, fold) => 4 - (fold % 2));
    const entries = [
      { ...EP, correct },
      { ...JEPA, correct: others },
    ];
    expect(say(entries, { perFold: 5, repeats: 3 })).toMatch(/^25 held-out images are too few/);
  });
});

describe('what is missing', () => {
  it('is silent before anything is finished', () => {
    expect(verdict([])).toBeNull();
    expect(verdict([{ ...EP, correct: [] }])).toBeNull();
  });

  it('compares EP with mean pooling where it has no rival', () => {
    const entries = [
      { ...EP, correct: [91, 93, 90, 92, 89] },
      { ...GAP, correct: [83, 84, 82, 84, 82] },
    ];
    expect(say(entries)).toBe(
      'EP with 8 queries is ahead of mean pooling by 8 ± 0.5 points (91 % and 83 %).',
    );
    expect(notes(entries)).toEqual(['No other probe that attends is among those finished.']);
  });

  it('compares the rival with mean pooling where there is no EP', () => {
    const entries = [
      { ...JEPA, correct: [83, 82, 82, 84, 84] },
      { ...GAP, correct: [83, 84, 82, 84, 82] },
    ];
    expect(say(entries)).toBe('V-JEPA is within the noise of mean pooling (83 % and 83 %).');
    expect(notes(entries)).toContain('EP is not among those finished.');
  });

  it('gives the number alone where there is nothing to compare with', () => {
    expect(say([{ ...EP, correct: [91, 93, 90, 92, 89] }])).toBe(
      'EP with 8 queries gets 91 % right.',
    );
  });

  it('lists the floors while only they are finished', () => {
    expect(
      say([
        { ...GAP, correct: [83, 84, 82, 84, 82] },
        { ...KNN, correct: [80, 80, 80, 80, 80] },
        { ...EP, correct: [99, 99] },
      ]),
    ).toBe('Only probes without attention are finished: GAP gets 83 %, k-NN gets 80 %.');
  });

  it('leaves out an entry that is not through all folds, and says what it rests on', () => {
    const entries = [
      { ...EP, correct: [91, 93, 90, 92, 89] },
      { ...GAP, correct: [83, 84, 82, 84, 82] },
      { ...JEPA, correct: [100, 100] },
    ];
    expect(say(entries)).toMatch(/^EP with 8 queries is ahead of mean pooling/);
    expect(notes(entries)).toContain('This rests on 12 of 15 folds.');
  });
});

describe('how what is compared was chosen', () => {
  const chosenBy =
    (inner: number) =>
    (result: FoldResult): FoldResult => ({
      ...result,
      chosen: {
        kind: 'recipe',
        setting: {},
        inner: { correct: inner, total: 50, loss: 1 },
        milliseconds: 1,
      },
    });
  const ours = [
    { ...EP, key: 'ep 2', probe: ep(2), correct: [88, 89, 90, 91, 92] },
    { ...EP, correct: [91, 93, 90, 92, 89] },
  ];
  const jepa = { ...JEPA, correct: [72, 72, 73, 70, 73] };

  it('inside the folds: named where they agree, listed where they do not', () => {
    const input = study([...ours, jepa], { choice: 'inner' });
    // The training images of the first two folds speak for two queries.
    const results = input.results.map((result) =>
      chosenBy(result.key !== 'ep 2' ? 40 : result.fold < 2 ? 45 : 35)(result),
    );
    const judged = judgeStudy({ ...input, results });
    const { sentence, basis } = judged ? verdictInWords(judged) : { sentence: '', basis: '' };
    // (88 + 89 + 90 + 92 + 89) of 500, not the best of both.
    expect(sentence).toMatch(
      /^EP is ahead of V-JEPA by 18 .* \(90 % and 72 %\) with a twelfth of its parameters on average/,
    );
    expect(basis).toBe(
      'All that is chosen here was chosen in every fold by its training images alone: EP with 8 queries in 3 of 5 folds, EP with 2 queries in 2.',
    );
  });

  it('by the folds themselves: from how many pairs', () => {
    const basisOf = (entries: Entry[]) => verdict(entries)?.basis;
    expect(basisOf([...ours, jepa])).toBe(
      'The same recipe for all. The best of each kind were picked by these very folds: a lead has to be clear enough for any of 2 pairs.',
    );
    expect(basisOf([...ours.slice(1), jepa])).toBe('The same recipe for all.');
    // A comparison of before settings were chosen has no inner scores.
    const old = judgeStudy(study([...ours, jepa], { choice: 'inner' }));
    expect(old?.basis).toEqual({ code: 'shared', pairs: 2 });
  });

  it('from many pairs, by a wider interval than from one', () => {
    const close = { ...JEPA, correct: [88, 90, 88, 88, 87] };
    const many = ['aim', 'coca', 'cae', 'cait', 'clip'].map((key) => ({
      ...other(key, JEPA.parameters),
      correct: [60, 60, 60, 60, 60],
    }));
    expect(say([...ours.slice(1), close])).toMatch(/is ahead of V-JEPA/);
    expect(say([...ours, close, ...many])).toMatch(/is within the noise of V-JEPA/);
  });
});

it('says the same of two classes and of twenty, each with its own chance', () => {
  const entries = [
    { ...EP, correct: [62, 63, 61, 62, 60] },
    { ...JEPA, correct: [60, 59, 62, 58, 61] },
  ];
  expect(say(entries, { chance: 0.05 })).toMatch(/EP with 8 queries is within the noise of V-JEPA/);
  expect(say(entries, { chance: 0.62 })).toMatch(/^No probe is clearly better/);
});
