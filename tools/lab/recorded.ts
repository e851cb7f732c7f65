/** What is recorded in the repository, as parts of the page take it. No model runs for any of it. */

import { groupQueries } from '../../src/analysis/group-queries';
import { MapStatisticsCollector } from '../../src/analysis/map-statistics';
import { matrixOrder } from '../../src/analysis/matrix-order';
import { fitColours, paintTokens } from '../../src/analysis/token-pca';
import { similarityTo } from '../../src/analysis/token-similarity';
import inspected from '../../src/figures/maps/golden/inspected.json';
import photoUrl from '../../src/figures/maps/golden/photo.png';
import { groupColours } from '../../src/figures/maps/palette';
import { decodeRecording } from '../../src/figures/maps/recording';
import type { TokenPicture } from '../../src/state/queries/queries';
import { randomMaps } from '../../src/testing/random-maps';
import { decodeValues } from '../../src/testing/recorded-tokens';
import { measureStandardisation } from '../../src/training/model/standardise';
import type { Evidence } from '../../src/vocabulary/evidence';
import type { AttentionMaps, MapStatistics } from '../../src/vocabulary/maps';
import tokenFile from './recorded/tokens.json';
import { decodeTokens } from './recorded-tokens';

export const GRID = inspected.grid;
const PATCHES = GRID.height * GRID.width;
const EXAMPLE = '/example/example.json';

/** The image of the golden pictures, and that of the example which the empty page shows. */
export const PHOTO = { id: 'golden', name: 'dog-face.webp', url: photoUrl };
export const EXAMPLE_PHOTO = { id: 'example', name: 'example.png', url: '/example/example.png' };

/** Eight queries of a trained EP. */
export const EIGHT: AttentionMaps = {
  imageId: PHOTO.id,
  queries: inspected.queries,
  patches: PATCHES,
  weights: decodeValues(inspected.attention),
};

/** What nothing was learned for: nearly uniform. */
export const UNTRAINED: AttentionMaps = { ...EIGHT, weights: randomMaps(8, PATCHES, 1, 0.02) };

const recording = decodeRecording(await (await fetch(EXAMPLE)).json());

/** The example's eight queries at one moment of its training, 0 … 1. */
export function exampleAt(share: number, imageId: string = EXAMPLE_PHOTO.id): AttentionMaps {
  const { frames, queries } = recording;
  const frame = frames[Math.round(share * (frames.length - 1))] ?? new Float32Array();
  return { imageId, queries, patches: PATCHES, weights: frame };
}

/** As of a head with 32 queries: those of the example at four moments. */
export const MANY: AttentionMaps = {
  imageId: EXAMPLE_PHOTO.id,
  queries: 32,
  patches: PATCHES,
  weights: Float32Array.from([0.3, 0.5, 0.7, 1].flatMap((at) => [...exampleAt(at).weights])),
};

const tokens = decodeTokens(tokenFile);
const { width } = tokenFile;

/**
 * Of maps, over one image and over the same one mirrored, since one image alone has no consistency;
 * both have the tokens of the example's image.
 */
export function statisticsOf({ imageId, queries, patches, weights }: AttentionMaps): MapStatistics {
  const { deviation } = measureStandardisation([tokens], width);
  const collector = new MapStatisticsCollector(queries, patches, deviation);
  collector.add(imageId, weights, tokens);
  const mirrored = weights.map((_, i) => {
    const column = i % GRID.width;
    return weights[i - column + (GRID.width - 1 - column)] ?? 0;
  });
  collector.add(imageId === PHOTO.id ? EXAMPLE_PHOTO.id : PHOTO.id, mirrored, tokens);
  return collector.finish();
}

const many = statisticsOf(MANY);
const groupOf = groupQueries(many.cosine, 8, many.mean.entropy);
/** The 32 in groups: the colour of each, and the order in which they are drawn. */
export const GROUPED = {
  colours: groupColours(groupOf, 8),
  order: matrixOrder(groupOf, many.cosine),
};

/** For the class of the image. */
export const EVIDENCE: Evidence = {
  imageId: PHOTO.id,
  classIndex: 0,
  against: null,
  queries: inspected.queries,
  patches: PATCHES,
  weights: decodeValues(inspected.evidence),
  cls: null,
  constant: inspected.constant,
  logit: inspected.logit,
};

/** Against another class. That one is not recorded: the queries change places for it. */
export const AGAINST: Evidence = {
  ...EVIDENCE,
  against: 1,
  weights: EVIDENCE.weights.map((value, i) => {
    const other = EVIDENCE.weights[(i + 3 * PATCHES) % EVIDENCE.weights.length] ?? 0;
    return value - 0.8 * other;
  }),
  constant: 0.2 * EVIDENCE.constant,
  logit: 0.2 * EVIDENCE.logit,
};

const fitted = fitColours(tokens, width);
const [red, green, blue] = fitted.channels;
/** The tokens of the example's image as colours. */
export const TOKEN_PICTURE: TokenPicture = {
  pixels: paintTokens(tokens, fitted),
  fitted: { images: 1, shares: [red.share, green.share, blue.share] },
};

/** Cosines of the example's tokens with one of them. */
export function similarTo(patch: number): Float32Array<ArrayBuffer> {
  return similarityTo(tokens, tokens.subarray(patch * width, (patch + 1) * width));
}
