import { describe, expect, it } from 'vitest';
import type { LabelledImage } from '../../vocabulary/images';
import { stratifiedFolds } from './folds';
import { withShots } from './shots';

const images: LabelledImage[] = Array.from({ length: 36 }, (_, i) => ({
  id: `i${i}`,
  name: `image ${i}`,
  classIndex: i % 3,
}));
const [split = { training: [], heldOut: [] }] = stratifiedFolds(images, 4, 1, 7);
const ids = (perClass: number, seed = 1, of = split) =>
  withShots(of, perClass, seed).training.map(({ id }) => id);

describe('withShots', () => {
  it('takes so many of every class, and holds out what was held out', () => {
    const { training, heldOut } = withShots(split, 4, 1);
    expect([0, 1, 2].map((c) => training.filter((image) => image.classIndex === c).length)).toEqual(
      [4, 4, 4],
    );
    expect(heldOut).toEqual(split.heldOut);
  });

  it('nests: the images of a smaller number are among those of a larger one', () => {
    for (const [few, more] of [
      [2, 4],
      [4, 8],
      [8, 9],
    ] as const) {
      const larger = new Set(ids(more));
      expect(ids(few).filter((id) => !larger.has(id))).toEqual([]);
    }
    expect(ids(9)).toHaveLength(27);
  });

  it('takes other images with another seed, and the same in another session', () => {
    expect(ids(4, 2)).not.toEqual(ids(4, 1));
    const renamed = {
      ...split,
      training: split.training.map((image) => ({ ...image, id: `x${image.id}` })).toReversed(),
    };
    expect(ids(4, 1, renamed).sort()).toEqual(
      ids(4, 1)
        .map((id) => `x${id}`)
        .sort(),
    );
  });

  it('takes all of a class that has fewer', () => {
    expect(ids(100)).toHaveLength(split.training.length);
  });
});
