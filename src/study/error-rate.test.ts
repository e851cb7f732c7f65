import { describe, expect, it } from 'vitest';
import { seededRandom } from '../numbers/random';
import type { FoldResult, SettingsChoice, StudyEntry } from '../training/run/compare-api';
import { ERROR_RATE } from './paired-test';
import { studyRows } from './study-table';
import { judgeStudy } from './verdict';

const EP = [2, 4, 8, 16, 32, 64, 128].map((queries) => ({
  key: `ep ${queries}`,
  probe: { name: 'ep', options: { queries, dOut: 1 } },
}));
const RIVALS = ['simpool', 'esimpool', 'aim', 'coca', 'siglip', 'jepa', 'cae', 'cait'].map(
  (name) => ({ key: name, probe: { name, options: {} } }),
);
const GAP = { key: 'gap', probe: { name: 'gap', options: {} } };
const ENTRIES = [GAP, ...EP, ...RIVALS];

const IMAGES = 144;
const FOLDS = 5;
const STUDIES = 200;

interface World {
  /** What each entry would get right of infinitely many images, 0…1. */
  accuracy(entry: StudyEntry): number;
  repeats: number;
  entries?: readonly StudyEntry[];
}

/**
 * The results of a study, drawn by chance. An image is hard or easy for all probes alike, and for
 * each probe by itself, and stays so in every repeat; the rest is the luck of one training.
 */
function study({ accuracy, repeats, entries = ENTRIES }: World, seed: number): FoldResult[] {
  const random = seededRandom(seed);
  // Discard: neighbouring seeds begin alike.
  for (let i = 0; i < 20; i++) random();
  const common = Array.from({ length: IMAGES }, random);
  return entries.flatMap((entry) => {
    const own = Array.from({ length: IMAGES }, random);
    const share = accuracy(entry);
    const isRight = (image: number) => {
      const which = random();
      const luck = which < 0.4 ? common[image] : which < 0.8 ? own[image] : random();
      return (luck ?? 1) < share;
    };
    return Array.from({ length: FOLDS * repeats }, (_, fold): FoldResult => {
      const heldOut = Array.from({ length: IMAGES }, (_, image) => image).filter(
        (image) => (image + Math.floor(fold / FOLDS) * 7) % FOLDS === fold % FOLDS,
      );
      const inner = Array.from({ length: 57 }, random).filter((luck) => luck < share).length;
      return {
        ...{ key: entry.key, fold, total: heldOut.length, milliseconds: 1 },
        correct: heldOut.filter(isRight).length,
        chosen: {
          kind: 'recipe',
          setting: {},
          inner: { correct: inner, total: 57, loss: random() },
          milliseconds: 1,
        },
      };
    });
  });
}

/** How often EP is said to be ahead of its rival, or behind it, and ahead of mean pooling. */
function said(world: World, choice: SettingsChoice) {
  const counts = { ahead: 0, behind: 0, aheadOfMeanPooling: 0, guessing: 0 };
  for (let seed = 0; seed < STUDIES; seed++) {
    const results = study(world, seed);
    const rows = studyRows({ entries: world.entries ?? ENTRIES, facts: {}, results });
    const design = { folds: FOLDS, repeats: world.repeats };
    const finding = judgeStudy({ rows, results, design, choice, chance: 1 / 6 })?.finding;
    if (finding?.code === 'guessing') counts.guessing++;
    if (finding?.code !== 'against-rival') continue;
    if (finding.pair.weight === 'ahead') counts.ahead++;
    if (finding.pair.weight === 'behind') counts.behind++;
    if (finding.floor?.weight === 'ahead') counts.aheadOfMeanPooling++;
  }
  return counts;
}

/** Of 200 studies so many may go wrong at the stated rate of one in twenty. */
const MOST = ERROR_RATE * STUDIES;

const CASES = (['inner', 'shared'] as const).flatMap((choice) =>
  [1, 3].map((repeats) => ({ choice, repeats })),
);

describe.each(CASES)('settings $choice, $repeats repeats', ({ choice, repeats }) => {
  it('finds no difference among seven settings of EP and eight rivals that are equally good', () => {
    const { ahead, behind, aheadOfMeanPooling } = said({ accuracy: () => 0.8, repeats }, choice);
    expect(ahead + behind).toBeLessThanOrEqual(MOST);
    expect(aheadOfMeanPooling).toBeLessThanOrEqual(MOST);
  });

  it('takes nothing learned for guessing, and says nothing of a lead', () => {
    const { ahead, behind, guessing } = said({ accuracy: () => 1 / 6, repeats }, choice);
    expect(ahead + behind).toBeLessThanOrEqual(MOST);
    expect(guessing).toBeGreaterThanOrEqual(STUDIES - MOST);
  });

  it('finds a real difference', () => {
    const accuracy = ({ probe }: StudyEntry) =>
      probe.name === 'ep' ? 0.95 : probe.name === 'gap' ? 0.5 : 0.6;
    // Bonferroni over 56 pairs needs more than five folds to find anything.
    const few = choice === 'shared' && repeats === 1;
    const entries = few ? [GAP, ...EP.slice(0, 1), ...RIVALS.slice(0, 1)] : ENTRIES;
    const world = { accuracy, repeats, entries };
    const { ahead, behind, aheadOfMeanPooling } = said(world, choice);
    expect(ahead).toBeGreaterThan(0.8 * STUDIES);
    expect(aheadOfMeanPooling).toBeGreaterThan(0.8 * STUDIES);
    expect(behind).toBe(0);
  });
});
