import { describe, expect, it } from 'vitest';
import { stratifiedFolds } from './folds';

const images = (...sizes: number[]) =>
  sizes.flatMap((size, classIndex) =>
    Array.from({ length: size }, (_, i) => ({
      id: `${classIndex}-${i}`,
      name: `${classIndex}-${i}.png`,
      classIndex,
    })),
  );

describe('stratifiedFolds', () => {
  it('holds every image out exactly once a repeat, and trains on the others', () => {
    const all = images(12, 7, 5);
    const splits = stratifiedFolds(all, 5, 2, 3);
    expect(splits).toHaveLength(10);
    for (const repeat of [splits.slice(0, 5), splits.slice(5)]) {
      const held = repeat.flatMap(({ heldOut }) => heldOut.map(({ id }) => id));
      expect(held.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
    for (const { training, heldOut } of splits) {
      expect(training.length + heldOut.length).toBe(all.length);
      expect(new Set([...training, ...heldOut]).size).toBe(all.length);
    }
  });

  it('deals every class evenly, and the folds are of equal size', () => {
    const splits = stratifiedFolds(images(12, 13, 6), 5, 1, 1);
    for (const { heldOut } of splits) {
      const count = (c: number) => heldOut.filter(({ classIndex }) => classIndex === c).length;
      expect([2, 3]).toContain(count(0));
      expect([2, 3]).toContain(count(1));
      expect([1, 2]).toContain(count(2));
    }
    const sizes = splits.map(({ heldOut }) => heldOut.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('draws other folds for another repeat or seed, and the same ones in another order', () => {
    const ids = (split: { heldOut: { id: string }[] } | undefined) =>
      split?.heldOut.map(({ id }) => id).toSorted();
    const all = images(10, 10);
    const [first, , , , , again] = stratifiedFolds(all, 5, 2, 1);
    expect(ids(again)).not.toEqual(ids(first));
    expect(ids(stratifiedFolds(all, 5, 1, 2)[0])).not.toEqual(ids(first));
    expect(ids(stratifiedFolds(all.toReversed(), 5, 1, 1)[0])).toEqual(ids(first));
  });

  it('never leaves a class out of a fold: too small a class is an error', () => {
    expect(() => stratifiedFolds(images(10, 3), 5, 1, 1)).toThrow('class-smaller-than-folds');
  });
});
