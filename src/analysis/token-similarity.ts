/**
 * Cosine of every token of an image with one token: −1…1, (N). 0 with a token of zeros.
 * @param tokens row-major (N, D).
 * @param token (D), of the same image or another.
 */
export function similarityTo(tokens: Float32Array, token: Float32Array): Float32Array<ArrayBuffer> {
  const width = token.length;
  const similarity = new Float32Array(tokens.length / width);
  let own = 0;
  for (let d = 0; d < width; d++) own += (token[d] as number) ** 2;
  for (let n = 0; n < similarity.length; n++) {
    let shared = 0;
    let length = 0;
    for (let d = 0; d < width; d++) {
      const value = tokens[n * width + d] as number;
      shared += value * (token[d] as number);
      length += value * value;
    }
    if (own > 0 && length > 0) {
      // Rounding may reach past 1.
      similarity[n] = Math.min(1, Math.max(-1, shared / Math.sqrt(own * length)));
    }
  }
  return similarity;
}
