import type { TrainedRun, TrainingStatus } from '../state/slices/types';
import { RECIPES } from '../training/model/recipe';
import type { CurvePoint, Prediction } from '../vocabulary/heads';

/** For tests: a finished run of two classes, `a` and `b`, whose predictions are all for `a`. */
export function testRun(headId: string, imageIds: readonly string[] = []): TrainedRun {
  return {
    probe: { name: 'ep', options: { queries: 8, dOut: 1 } },
    recipe: RECIPES['small-data'],
    backboneId: 'tiny',
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    onAlteredPixels: false,
    labels: Object.fromEntries(imageIds.map((id) => [id, 'a'])),
    result: {
      headId,
      snapshots: { epochs: [0, 50, 100], bytes: 3000, limit: 64e6 },
      chosenEpoch: 100,
      chosenByHeldOut: false,
      epochsRun: 100,
      stopped: false,
      heldOutIds: [],
      heldOut: null,
      training: { correct: imageIds.length, total: imageIds.length },
      parameters: 10,
      mapSimilarity: null,
      predictions: imageIds.map(testPrediction),
      milliseconds: 1,
    },
  };
}

/** For tests: that run on show. */
export function testTraining(
  headId: string,
  imageIds: readonly string[] = [],
): Extract<TrainingStatus, { kind: 'done' }> {
  const curve: CurvePoint[] = [];
  const predictions = Object.fromEntries(imageIds.map((id) => [id, testPrediction(id)]));
  return { kind: 'done', run: testRun(headId, imageIds), curve, predictions };
}

export function testPrediction(imageId: string): Prediction {
  return { imageId, probabilities: [0.75, 0.25] };
}
