import { describe, expect, test } from 'vitest';
import type { ShotResult } from '../../training/run/low-shot-api';
import { judgeLowShot } from './shot-finding';
import { type LowShotLike, shotRows } from './shot-rows';

const EP = { key: 'ep', probe: { name: 'ep', options: { queries: 8, dOut: 1 } } };
const GAP = { key: 'gap', probe: { name: 'gap', options: {} } };
const FOLDS = 5;

/** Right answers of EP and of mean pooling, of `total` in every fold, by size; folds differ by one. */
function study(
  right: Readonly<Record<number, readonly [ep: number, gap: number]>>,
  { total = 20, folds = FOLDS } = {},
): LowShotLike {
  const sizes = Object.keys(right).map(Number);
  const results = sizes.flatMap((perClass) =>
    [EP, GAP].flatMap(({ key }, at) =>
      Array.from({ length: folds }, (_, fold): ShotResult => {
        const mean = right[perClass]?.[at] ?? 0;
        const noise = (fold % 2) * (key === 'ep' ? 1 : 0);
        return { key, perClass, fold, correct: mean + noise, total, milliseconds: 1 };
      }),
    ),
  );
  return { entries: [EP, GAP], sizes, results, folds, repeats: 1 };
}

describe('judgeLowShot', () => {
  test('tells at which sizes EP is level and from which it is ahead', () => {
    const finding = judgeLowShot(study({ 2: [10, 10], 4: [11, 11], 8: [15, 11], 16: [18, 13] }));
    expect(finding?.runs).toEqual([
      { from: 2, to: 4, outcome: 'level' },
      { from: 8, to: 16, outcome: 'ahead' },
    ]);
    expect(finding).toMatchObject({ images: 100, top: { size: 16, other: 0.65 } });
  });

  test('tells when it is behind', () => {
    expect(judgeLowShot(study({ 2: [8, 13] }))?.runs).toEqual([
      { from: 2, to: 2, outcome: 'behind' },
    ]);
  });

  test('says nothing of few images, of one fold, or of a wide interval', () => {
    const outcomes = (of: LowShotLike) => judgeLowShot(of)?.runs.map(({ outcome }) => outcome);
    expect(outcomes(study({ 2: [2, 2] }, { total: 4 }))).toEqual(['unclear']);
    expect(outcomes(study({ 2: [18, 2] }, { folds: 1 }))).toEqual(['unclear']);
    const wild = study({ 2: [10, 10] });
    const results = wild.results.map((one) =>
      one.key === 'ep' ? { ...one, correct: one.fold % 2 === 0 ? 2 : 18 } : one,
    );
    expect(outcomes({ ...wild, results })).toEqual(['unclear']);
  });

  test('tells what the last step to more images gave', () => {
    expect(judgeLowShot(study({ 2: [10, 10], 4: [15, 11] }))?.growth).toMatchObject({
      from: 2,
      to: 4,
      outcome: 'more',
    });
    expect(judgeLowShot(study({ 2: [10, 10], 4: [10, 11] }))?.growth?.outcome).toBe('open');
    expect(judgeLowShot(study({ 2: [10, 10] }))?.growth).toBeNull();
  });

  test('waits until both are through with a size', () => {
    const whole = study({ 2: [10, 10], 4: [15, 11] });
    const cut = { ...whole, results: whole.results.slice(0, -1) };
    expect(judgeLowShot(cut)?.top.size).toBe(2);
    expect(shotRows(cut).map(({ accuracies }) => accuracies.map((one) => one !== null))).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(judgeLowShot({ ...whole, results: whole.results.slice(0, 7) })).toBeNull();
    expect(judgeLowShot({ ...whole, entries: [EP] })).toBeNull();
  });
});
