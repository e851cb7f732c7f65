import { describe, expect, test } from 'vitest';
import { type HeadBound, type HeadSize, headCuts } from './head-bound';

/** Three heads of 10 with snapshots of 100; `c` was on show last. */
const sizes: HeadSize[] = ['a', 'b', 'c'].map((headId, shownAt) => ({
  headId,
  weights: 10,
  snapshots: 100,
  shownAt,
}));
const cuts = (change: Partial<HeadBound>, shownId = 'c', heads = sizes) =>
  headCuts(heads, shownId, { bytes: 1000, heads: 10, snapshots: 'all', ...change });

describe('what has to go', () => {
  test('is nothing where there is room', () => {
    expect(cuts({})).toEqual({ snapshots: [], heads: [] });
    expect(cuts({ bytes: 330, heads: 3 })).toEqual({ snapshots: [], heads: [] });
  });

  test('are snapshots first, of the head that was on show longest ago', () => {
    expect(cuts({ bytes: 329 })).toEqual({ snapshots: ['a'], heads: [] });
    expect(cuts({ bytes: 229 })).toEqual({ snapshots: ['a', 'b'], heads: [] });
    expect(cuts({ bytes: 229 }, 'a')).toEqual({ snapshots: ['b', 'c'], heads: [] });
  });

  test('are those of the head on show before any other head', () => {
    expect(cuts({ bytes: 30 })).toEqual({ snapshots: ['a', 'b', 'c'], heads: [] });
  });

  test('are heads then, but never the one on show', () => {
    expect(cuts({ bytes: 25 })).toEqual({ snapshots: ['b', 'c'], heads: ['a'] });
    expect(cuts({ bytes: 1 })).toEqual({ snapshots: ['c'], heads: ['a', 'b'] });
    expect(cuts({ heads: 1 }, 'a')).toEqual({ snapshots: [], heads: ['b', 'c'] });
    expect(cuts({ heads: 0, bytes: 0 }, 'b').heads).toEqual(['a', 'c']);
  });

  test('are those that are too many, whatever they take', () => {
    expect(cuts({ heads: 2 })).toEqual({ snapshots: [], heads: ['a'] });
  });

  test('are the snapshots that a fuller disk has no room for', () => {
    expect(cuts({ snapshots: 'shown' })).toEqual({ snapshots: ['a', 'b'], heads: [] });
    expect(cuts({ snapshots: 'none' })).toEqual({ snapshots: ['a', 'b', 'c'], heads: [] });
  });

  test('are not those that are gone already', () => {
    const without = sizes.map((size) => ({ ...size, snapshots: null }));
    expect(cuts({ bytes: 30 }, 'c', without)).toEqual({ snapshots: [], heads: [] });
    expect(cuts({ bytes: 20 }, 'c', without)).toEqual({ snapshots: [], heads: ['a'] });
  });
});
