import { paintQuery } from './paint';
import type { Rgb } from './palette';

/** One hue: likeness has no sign worth a second one. Apart from the colours that evidence has. */
export const LIKENESS: Rgb = [240, 228, 66];

/** Opacity of what is wholly alike: the photo stays readable below. */
export const LIKENESS_FULL = 0.85;

/** Cosines of an image's patches with one token. */
export interface SimilarityFacts {
  least: number;
  most: number;
  /** The patch with `most`. */
  mostAt: number;
  mean: number;
}

/**
 * Ends and mean of cosines (N).
 * @param own a patch to leave out: the token itself, whose cosine is 1 and says nothing. Null for none.
 */
export function similarityFacts(similarity: Float32Array, own: number | null): SimilarityFacts {
  let [least, most, mostAt, sum, counted] = [1, -1, 0, 0, 0];
  similarity.forEach((value, patch) => {
    if (patch === own) return;
    counted += 1;
    sum += value;
    least = Math.min(least, value);
    if (value <= most) return;
    most = value;
    mostAt = patch;
  });
  return { least, most, mostAt, mean: counted === 0 ? 0 : sum / counted };
}

/**
 * Cosines (N) as opacities of one hue, RGBA (N, 4): the least of the image is transparent, 1 is
 * `LIKENESS_FULL`, and what lies between in proportion. Stretched so, since patches of one image are
 * often all alike.
 */
export function paintSimilarity(similarity: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const { least } = similarityFacts(similarity, null);
  const opacity = similarity.map((value) =>
    least < 1 ? (LIKENESS_FULL * (value - least)) / (1 - least) : 0,
  );
  return paintQuery(opacity, LIKENESS);
}
