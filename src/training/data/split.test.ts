import { describe, expect, it } from 'vitest';
import { stratifiedSplit } from './split';

const images = (...sizes: number[]) =>
  sizes.flatMap((size, classIndex) =>
    Array.from({ length: size }, (_, i) => ({
      id: `${classIndex}-${i}`,
      name: `${i}.png`,
      classIndex,
    })),
  );
const heldOutPerClass = (sizes: number[], share: number, seed = 1) => {
  const { heldOut } = stratifiedSplit(images(...sizes), share, seed);
  return sizes.map((_, c) => heldOut.filter((image) => image.classIndex === c).length);
};

describe('stratifiedSplit', () => {
  it('holds out the share of every class, at least one image and never all', () => {
    expect(heldOutPerClass([12, 20, 2, 1], 0.25)).toEqual([3, 5, 1, 0]);
    expect(heldOutPerClass([4, 3], 0.95)).toEqual([3, 2]);
  });
  it('holds out nothing at a share of 0', () => {
    expect(heldOutPerClass([12, 20], 0)).toEqual([0, 0]);
  });
  it('puts every image on one side', () => {
    const all = images(7, 9);
    const { training, heldOut } = stratifiedSplit(all, 0.3, 4);
    expect([...training, ...heldOut].map(({ id }) => id).sort()).toEqual(
      all.map(({ id }) => id).sort(),
    );
  });
  it('depends on seed and names alone, not on ids or the order of the images', () => {
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    const all = images(12, 12);
    const split = ids(stratifiedSplit(all, 0.25, 3).heldOut);
    expect(ids(stratifiedSplit(all.toReversed(), 0.25, 3).heldOut)).toEqual(split);
    expect(ids(stratifiedSplit(all, 0.25, 4).heldOut)).not.toEqual(split);
    const elsewhere = all.map((image, i) => ({ ...image, id: `another-${99 - i}` }));
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    expect(names(stratifiedSplit(elsewhere, 0.25, 3).heldOut)).toEqual(
      names(stratifiedSplit(all, 0.25, 3).heldOut),
    );
  });
});
