import { seededRandom, shuffled } from '../../numbers/random';
import { sphericalKMeans } from '../../numbers/spherical-k-means';
import type { Standardisation } from '../../probes/probe';
import { writeStandardised } from './standardise';

/** Tokens of one image that are looked at, and of all images together. */
const TOKENS_PER_IMAGE = 40;
const MOST_TOKENS = 4000;

/** Length of a query that starts at a centre, in √D: a soft map, which training sharpens. */
const LENGTH = 0.3;

/**
 * Queries that start where tokens are: at the centres of a spherical k-means over some tokens of the
 * training images, standardised and brought to length 1, so that each begins with one kind of thing.
 * @param tables what the probe reads of each training image, row-major (N, D)
 * @param seed the same one gives the same queries
 * @returns row-major (queries, D), for standardised tokens
 */
export function clusterQueries(
  tables: readonly Float32Array[],
  standardisation: Standardisation,
  { queries, seed }: { queries: number; seed: number },
): Float32Array {
  const width = standardisation.mean.length;
  const random = seededRandom(seed);
  const centres = sphericalKMeans(
    sampleDirections(tables, standardisation, random),
    width,
    queries,
    random,
  );
  const start = new Float32Array(queries * width);
  const length = LENGTH * Math.sqrt(width);
  for (const [query, centre] of centres.entries()) {
    start.set(
      centre.map((value) => length * value),
      query * width,
    );
  }
  return start;
}

/** Standardised tokens of length 1, (n, D). */
function sampleDirections(
  tables: readonly Float32Array[],
  standardisation: Standardisation,
  random: () => number,
): Float32Array {
  const width = standardisation.mean.length;
  const each = Math.min(TOKENS_PER_IMAGE, Math.ceil(MOST_TOKENS / tables.length));
  const chosen = shuffled(tables, random).slice(0, MOST_TOKENS);
  const rows: { table: Float32Array; from: number }[] = chosen.flatMap((table) => {
    const all = Array.from({ length: table.length / width }, (_, row) => row * width);
    return shuffled(all, random)
      .slice(0, each)
      .map((from) => ({ table, from }));
  });
  const directions = new Float32Array(rows.length * width);
  for (const [row, { table, from }] of rows.entries()) {
    const at = row * width;
    writeStandardised(directions, at, table.subarray(from, from + width), standardisation);
    const direction = directions.subarray(at, at + width);
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let d = 0; d < width; d++) direction[d] = (direction[d] as number) / length;
  }
  return directions;
}
