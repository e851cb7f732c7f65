import { KNN } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { stratifiedFolds } from '../data/folds';
import { withShots } from '../data/shots';
import type { Split } from '../data/split';
import type { TokenStore } from '../data/token-store';
import type { RunPlan } from '../head/finished-run';
import { withSetting } from '../model/recipe';
import { chooseSettingOf } from './choose-setting';
import type { StudyEntry } from './compare-api';
import { knnFold } from './knn-fold';
import { type LowShotRequest, type ShotResult, shotKey, shotsInOrder } from './low-shot-api';
import { carryOut } from './train';

export interface LowShotControls {
  onResult(result: ShotResult): void;
  /** Called between two steps: lets messages be handled, and may throw to give up. */
  pause(): Promise<void>;
}

/**
 * Cross-validation on few training images: the folds of `compareProbes`, each with only so many
 * training images of every class, and the same images held out at every size. Settings are chosen by
 * those training images alone. Nothing of a held-out fold reaches its training.
 */
export async function measureLowShot(
  runtime: Runtime,
  store: TokenStore,
  request: LowShotRequest,
  controls: LowShotControls,
): Promise<void> {
  const { folds, repeats, seed } = request;
  const images = request.images.filter(({ id }) => store.has(id));
  const splits = stratifiedFolds(images, folds, repeats, seed);
  const finished = new Set(request.finished);
  for (const { entry, perClass, fold } of shotsInOrder(request)) {
    const split = splits[fold];
    if (!split || finished.has(shotKey({ key: entry.key, perClass, fold }))) continue;
    const few = withShots(split, perClass, seed + fold);
    await controls.pause();
    const started = performance.now();
    const correct =
      entry.probe.name === KNN.name
        ? knnFold(store, few, request.classCount).correct
        : await trainedCorrect(runtime, store, request, controls, { entry, fold, split: few });
    controls.onResult({
      ...{ key: entry.key, perClass, fold, correct, total: few.heldOut.length },
      milliseconds: performance.now() - started,
    });
  }
}

/** How many held-out images the head of the last epoch gets right. */
async function trainedCorrect(
  runtime: Runtime,
  store: TokenStore,
  { recipe, classCount, seed }: LowShotRequest,
  { pause }: LowShotControls,
  { entry, fold, split }: { entry: StudyEntry; fold: number; split: Split },
): Promise<number> {
  const { probe } = entry;
  const plan: RunPlan = {
    ...{ probe, recipe, classCount, split, seed: seed + fold },
    ...{ selection: 'last', snapshots: false },
  };
  // As in a study, and for the same reason: one recipe for all would favour the probe that it suits.
  const { setting } = await chooseSettingOf(runtime, store, plan, pause);
  const run = await carryOut(
    runtime,
    store,
    { ...plan, recipe: withSetting(recipe, setting) },
    { onProgress: () => {}, watched: () => null, stopRequested: () => false, pause },
  );
  try {
    return (await run.evaluator.measure(run.head.tensors, split.heldOut))?.correct ?? 0;
  } finally {
    await run.evaluator.release();
  }
}
