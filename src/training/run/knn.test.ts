import { describe, expect, it } from 'vitest';
import {
  chooseKnn,
  type KnnSettings,
  knnVotes,
  type LabelledDescriptor,
  rankNeighbours,
} from './knn';

const image = (classIndex: number, ...descriptor: number[]): LabelledDescriptor => ({
  classIndex,
  descriptor: new Float32Array(descriptor),
});
const settings = { neighbours: 3, temperature: 0.1 };

const votesFor = (
  descriptor: Float32Array,
  training: LabelledDescriptor[],
  classes: number,
  chosen: KnnSettings,
) => knnVotes(rankNeighbours(descriptor, training), classes, chosen);

describe('knnVotes', () => {
  it('weighs a neighbour at cosine s with exp(s / T)', () => {
    const training = [image(0, 2, 0), image(1, 0, 5), image(1, 3, 4)];
    const votes = votesFor(new Float32Array([7, 0]), training, 2, settings);
    const [zero, one] = [Math.exp(1 / 0.1), Math.exp(0) + Math.exp(0.6 / 0.1)];
    expect(votes[0]).toBeCloseTo(zero / (zero + one), 6);
    expect(votes[1]).toBeCloseTo(one / (zero + one), 6);
  });

  it('compares directions, not lengths', () => {
    const training = [image(0, 0.01, 0), image(1, 90, 100)];
    const votes = votesFor(new Float32Array([1, 0.1]), training, 2, settings);
    expect(votes[0]).toBeGreaterThan(0.9);
  });

  it('lets only the nearest vote', () => {
    const training = [image(0, 1, 0), image(1, 1, 0.2), image(1, 1, 0.2), image(1, 1, 0.2)];
    const query = new Float32Array([1, 0]);
    expect([...votesFor(query, training, 2, { ...settings, neighbours: 1 })]).toEqual([1, 0]);
    expect(votesFor(query, training, 2, { ...settings, neighbours: 50 })[1]).toBeGreaterThan(0.5);
  });

  it('stays finite at any temperature', () => {
    const votes = votesFor(new Float32Array([1, 0]), [image(0, 1, 0), image(1, -1, 0)], 2, {
      neighbours: 5,
      temperature: 1e-4,
    });
    expect([...votes]).toEqual([1, 0]);
  });

  it('refuses when there is nothing to compare with', () => {
    expect(() => votesFor(new Float32Array([1]), [], 2, settings)).toThrow('at least one');
  });
});

it('chooses k by leaving out every training image in turn', () => {
  // Each class is a pair of near twins in a crowd of the other: only few neighbours tell the truth.
  const crowd = Array.from({ length: 12 }, (_, i) => image(0, 1, 0.01 * i));
  const pair = Array.from({ length: 6 }, (_, i) => image(1, 0.2, 1 + 0.001 * i));
  expect(chooseKnn([...crowd, ...pair], 2)).toMatchObject({
    settings: { neighbours: 5 },
    correct: 18,
    total: 18,
  });
});
