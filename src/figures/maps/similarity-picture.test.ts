import { expect, test } from 'vitest';
import { paintSimilarity, similarityFacts } from './similarity-picture';

const cosines = new Float32Array([0.5, 1, 0.75, 0.25]);

test('the token itself is left out of what is said of the others', () => {
  expect(similarityFacts(cosines, 1)).toEqual({ least: 0.25, most: 0.75, mostAt: 2, mean: 0.5 });
  expect(similarityFacts(cosines, null)).toMatchObject({ most: 1, mostAt: 1, mean: 0.625 });
});

test('the least is transparent, 1 lets the photo through a little, and the rest lies in proportion', () => {
  const alphas = [...paintSimilarity(cosines)].filter((_, i) => i % 4 === 3);
  expect(alphas).toEqual([72, 217, 144, 0]);
});

test('where all tokens are equal nothing stands out', () => {
  const alphas = paintSimilarity(new Float32Array(4).fill(1)).filter((_, i) => i % 4 === 3);
  expect([...alphas]).toEqual([0, 0, 0, 0]);
});
