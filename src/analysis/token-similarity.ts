import { cosine } from '../numbers/vectors';

/**
 * Cosine of every token of an image with one token: −1…1, (N). 0 with a token of zeros.
 * @param tokens row-major (N, D).
 * @param token (D), of the same image or another.
 */
export function similarityTo(tokens: Float32Array, token: Float32Array): Float32Array<ArrayBuffer> {
  const width = token.length;
  // Rounding may reach past 1.
  return Float32Array.from({ length: tokens.length / width }, (_, n) =>
    Math.min(1, Math.max(-1, cosine(token, tokens.subarray(n * width, (n + 1) * width)))),
  );
}
