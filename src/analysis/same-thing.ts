import { dot } from '../numbers/vectors';

/**
 * How much a query looks at the same kind of thing in every image. With x̄_i the mean token of image i,
 * and u_ij = Σ_n a_ijn x_in − x̄_i, brought to length 1, what query j sees of image i beside the rest:
 *
 *     score_j = mean over i ≠ k of u_ij·u_kj  −  mean over i ≠ k and l ≠ j of u_ij·u_kl
 *
 * 0 where a query's sights are no more like each other than like other queries'. It needs two queries
 * and two images. The sums over pairs are taken from sums over images: what costs is the pooling,
 * images · M · N · D.
 */
export class SameThing {
  private readonly sums: Float64Array[];
  /** Σ_i u_ij·u_il, (M, M) */
  private readonly within: Float64Array;
  private images = 0;

  /** @param deviation of each channel, (D): channels count by what they vary. */
  constructor(
    private readonly queries: number,
    private readonly deviation: Float64Array,
  ) {
    this.sums = Array.from({ length: queries }, () => new Float64Array(deviation.length));
    this.within = new Float64Array(queries * queries);
  }

  /** @param maps (M, N), rows with sum 1. @param tokens (N, D) */
  add(maps: Float32Array, tokens: Float32Array): void {
    const sights = this.sights(maps, tokens);
    for (const [j, own] of sights.entries()) {
      const sum = this.sums[j] as Float64Array;
      for (let d = 0; d < own.length; d++) sum[d] = (sum[d] as number) + (own[d] as number);
      for (let l = 0; l <= j; l++) {
        const both = dot(own, 0, sights[l] as Float64Array);
        const place = j * this.queries + l;
        this.within[place] = (this.within[place] as number) + both;
        if (l < j) {
          const mirrored = l * this.queries + j;
          this.within[mirrored] = (this.within[mirrored] as number) + both;
        }
      }
    }
    this.images += 1;
  }

  /** (M) scores; null for fewer than two queries or images. */
  finish(): Float32Array | null {
    const { queries, images, sums, within } = this;
    if (queries < 2 || images < 2) return null;
    const pairs = images * (images - 1);
    const between = (j: number, l: number) =>
      (dot(sums[j] as Float64Array, 0, sums[l] as Float64Array) -
        (within[j * queries + l] as number)) /
      pairs;
    return Float32Array.from({ length: queries }, (_, j) => {
      let others = 0;
      for (let l = 0; l < queries; l++) if (l !== j) others += between(j, l);
      return between(j, j) - others / (queries - 1);
    });
  }

  private sights(maps: Float32Array, tokens: Float32Array): Float64Array[] {
    const width = this.deviation.length;
    const patches = tokens.length / width;
    const last = patches - 1;
    const even = 1 / patches;
    return Array.from({ length: this.queries }, (_, j) => {
      const sight = new Float64Array(width);
      // Beyond the mean token's share.
      const weight = (n: number) => (n < patches ? (maps[j * patches + n] as number) - even : 0);
      // Four patches at a time: what is pooled so far is read and written a quarter as often.
      for (let n = 0; n < patches; n += 4) {
        const [a, b, c, e] = [weight(n), weight(n + 1), weight(n + 2), weight(n + 3)];
        const first = n * width;
        const second = Math.min(n + 1, last) * width;
        const third = Math.min(n + 2, last) * width;
        const fourth = Math.min(n + 3, last) * width;
        for (let d = 0; d < width; d++) {
          sight[d] =
            (sight[d] as number) +
            a * (tokens[first + d] as number) +
            b * (tokens[second + d] as number) +
            c * (tokens[third + d] as number) +
            e * (tokens[fourth + d] as number);
        }
      }
      for (let d = 0; d < width; d++) {
        sight[d] = (sight[d] as number) / (this.deviation[d] as number);
      }
      const length = Math.sqrt(dot(sight, 0, sight)) || 1;
      return sight.map((value) => value / length);
    });
  }
}
