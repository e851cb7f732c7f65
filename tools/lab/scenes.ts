import { DEFAULT_BACKBONE } from '../../src/backbones/catalogue/catalogue';
import { QueryCache } from '../../src/state/queries/query-cache';
import type { AppState, ImageItem, TrainedRun } from '../../src/state/slices/types';
import { testRun } from '../../src/testing/test-run';
import type { EvidenceAnswer } from '../../src/vocabulary/evidence';
import type { CurvePoint, Prediction } from '../../src/vocabulary/heads';
import type { AttentionMaps } from '../../src/vocabulary/maps';
import type { Scene } from './InApp';
import { EXAMPLE_PHOTO, PHOTO, similarTo, statisticsOf, TOKEN_PICTURE } from './recorded';

export const CLASSES = ['dogs', 'cats', 'foxes'].map((name) => ({ id: name, name }));

export const IMAGES: ImageItem[] = [PHOTO, EXAMPLE_PHOTO].map(({ id, name, url }) => ({
  id,
  name,
  classId: 'dogs',
  status: { kind: 'ready' },
  cropUrl: url,
}));

const LABELS = Object.fromEntries(IMAGES.map(({ id, classId }) => [id, classId]));

export const PREDICTIONS: Prediction[] = [
  { imageId: PHOTO.id, probabilities: [0.86, 0.11, 0.03] },
  { imageId: EXAMPLE_PHOTO.id, probabilities: [0.31, 0.6, 0.09] },
];

/** Of EP with so many queries on the bundled backbone. */
export function runOf(queries: number, heldOut: boolean = true): TrainedRun {
  const run = testRun('head');
  return {
    ...run,
    probe: { name: 'ep', options: { queries, dOut: 1 } },
    backboneId: DEFAULT_BACKBONE,
    classes: CLASSES,
    labels: LABELS,
    result: {
      ...run.result,
      chosenEpoch: heldOut ? 60 : 100,
      chosenByHeldOut: heldOut,
      heldOutIds: heldOut ? [EXAMPLE_PHOTO.id] : [],
      heldOut: heldOut ? { correct: 0, total: 1 } : null,
      training: { correct: 2, total: 2 },
      parameters: 7_680,
      predictions: PREDICTIONS,
    },
  };
}

/** A curve as training gives it: made by a formula, as no whole one is recorded. */
export function curveTo(epochs: number, heldOut: boolean = true): CurvePoint[] {
  return Array.from({ length: epochs + 1 }, (_, epoch) => ({
    epoch,
    loss: 1.1 * Math.exp(-epoch / 18) + 0.02,
    trainAccuracy: 1 - 0.66 * Math.exp(-epoch / 12),
    heldOutLoss: heldOut ? 1.1 * Math.exp(-epoch / 25) + 0.16 + 0.001 * epoch : null,
    heldOutAccuracy: heldOut ? 0.92 - 0.58 * Math.exp(-epoch / 16) : null,
  }));
}

/** The page with its images and a trained head. */
export function trained(queries = 8, heldOut: boolean = true): Partial<AppState> {
  return {
    ...withImages(),
    training: {
      kind: 'done',
      run: runOf(queries, heldOut),
      curve: curveTo(100, heldOut),
      predictions: Object.fromEntries(PREDICTIONS.map((one) => [one.imageId, one])),
    },
  };
}

/** The page with its images, before training. */
export function withImages(): Partial<AppState> {
  return { classes: CLASSES, images: IMAGES, selectedImageId: PHOTO.id };
}

/** A head's maps over one image; for more than eight queries their groups as well. */
export function attending(maps: AttentionMaps): Scene {
  const statistics = statisticsOf(maps);
  return {
    state: { ...trained(maps.queries), selectedImageId: maps.imageId },
    maps,
    queries: { mapStatistics: new QueryCache(JSON.stringify, 1, async () => statistics) },
  };
}

/** An attribution of the golden image. */
export function explained(answer: EvidenceAnswer, maps: AttentionMaps | null): Scene {
  return {
    state: { ...trained(), layer: 'evidence' },
    ...(maps ? { maps } : {}),
    evidence: { imageId: PHOTO.id, headId: 'head', answer },
  };
}

/** The backbone's own view of the example's image; `held`: a patch that all are compared with. */
export function tokensSeen(held: number | null, arrived = true): Scene {
  const encoder = `${DEFAULT_BACKBONE} fp32`;
  return {
    state: { ...withImages(), selectedImageId: EXAMPLE_PHOTO.id, layer: 'tokens' },
    ...(arrived
      ? {
          queries: {
            tokenPictures: new QueryCache(JSON.stringify, 1, async () => TOKEN_PICTURE),
            tokenSimilarities: new QueryCache(JSON.stringify, 9, async (of) => ({
              of,
              values: similarTo(of.patch),
            })),
          },
        }
      : {}),
    page: ({ tokenPointing }) => {
      if (held === null) return;
      tokenPointing.setState({ held: { encoder, imageId: EXAMPLE_PHOTO.id, patch: held } });
    },
  };
}
