import { findProbe } from '../probes/list';
import type { Runtime } from '../runtime/runtime';
import type { CurvePoint } from './api';
import {
  type CompareProgress,
  type CompareRequest,
  type EntryFacts,
  foldKey,
  type StudyEntry,
} from './compare-api';
import { stratifiedFolds } from './folds';
import { headLayout, parameterCount } from './head';
import type { TokenStore } from './token-store';
import { carryOut, type FinishedRun, type RunPlan } from './train';

/** A run of fold 0, kept to be looked at. */
export interface KeptRun {
  run: FinishedRun;
  curve: CurvePoint[];
}

export interface CompareControls {
  onProgress(progress: CompareProgress): void;
  /** Called between two steps: may throw to give up, and lets messages be heard. */
  pause(): Promise<void>;
  /** Gets the run of fold 0 of every entry. */
  keep(key: string, kept: KeptRun): void;
}

/**
 * Cross-validation of several probes on the same folds, one after another. The epoch is fixed, the
 * standardisation measured on the training side: nothing of a held-out fold reaches its training.
 */
export async function compare(
  runtime: Runtime,
  store: TokenStore,
  request: CompareRequest,
  controls: CompareControls,
): Promise<void> {
  const { recipe, classCount, seed } = request;
  const images = request.images.filter((image) => store.has(image.id));
  const splits = stratifiedFolds(images, request.folds, request.repeats, seed);
  const finished = new Set(request.finished);
  for (const entry of request.entries) {
    controls.onProgress({ kind: 'facts', facts: factsOf(entry, store, classCount) });
    for (const [fold, split] of splits.entries()) {
      if (finished.has(foldKey({ key: entry.key, fold }))) continue;
      const plan: RunPlan = {
        probe: entry.probe,
        recipe,
        classCount,
        split,
        seed: seed + fold,
        keep: 'last',
      };
      const curve: CurvePoint[] = [];
      const run = await carryOut(runtime, store, plan, {
        onProgress: ({ point }) => curve.push(point),
        watched: () => null,
        stopAsked: () => false,
        pause: controls.pause,
      });
      const measured = await run.view.measure(run.head.tensors, split.heldOut);
      await run.view.release();
      if (fold === 0) controls.keep(entry.key, { run, curve });
      controls.onProgress({
        kind: 'fold',
        result: {
          key: entry.key,
          fold,
          correct: measured?.correct ?? 0,
          total: split.heldOut.length,
          milliseconds: run.milliseconds,
        },
      });
    }
  }
}

function factsOf(
  { key, probe: choice }: StudyEntry,
  store: TokenStore,
  classes: number,
): EntryFacts {
  const probe = findProbe(choice.name);
  const { width } = store.sizes();
  const layout = headLayout(probe, choice.options, width, classes);
  const total = parameterCount(layout);
  const classifier = (layout.descriptorWidth + 1) * classes;
  return {
    key,
    parameters: { total, pooling: total - classifier },
    multiplyAdds: { factored: Number.NaN, reference: Number.NaN },
  };
}
