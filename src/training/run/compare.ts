import { findProbe, KNN } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import type { CurvePoint } from '../../vocabulary/heads';
import { stratifiedFolds } from '../data/folds';
import type { Split } from '../data/split';
import type { TokenStore } from '../data/token-store';
import type { FinishedRun, RunPlan } from '../head/finished-run';
import { headLayout, parameterCount } from '../model/head';
import { headMultiplyAdds } from '../model/head-multiply-adds';
import { withSetting } from '../model/recipe';
import { chooseSettingOf } from './choose-setting';
import {
  type Chosen,
  type CompareProgress,
  type CompareRequest,
  type EntryFacts,
  type FoldResult,
  foldKey,
  type StudyEntry,
} from './compare-api';
import { knnFold } from './knn-fold';
import { carryOut } from './train';

/** The run of fold 0 of an entry, to be looked at afterwards. */
export interface StudyHead {
  run: FinishedRun;
  curve: CurvePoint[];
}

export interface CompareControls {
  onProgress(progress: CompareProgress): void;
  /** Called between two steps: lets messages be handled, and may throw to give up. */
  pause(): Promise<void>;
  /** Gets the run of fold 0 of every entry. */
  onHead(key: string, head: StudyHead): void | Promise<void>;
}

/**
 * Cross-validation of several probes on the same folds, one after another. The epoch is never chosen
 * by a held-out fold, the standardisation measured on the training side, and settings, where they are
 * chosen, by a split of the training side: nothing of a held-out fold reaches its training.
 */
export async function compareProbes(
  runtime: Runtime,
  store: TokenStore,
  request: CompareRequest,
  controls: CompareControls,
): Promise<void> {
  const images = request.images.filter((image) => store.has(image.id));
  const splits = stratifiedFolds(images, request.folds, request.repeats, request.seed);
  const finished = new Set(request.finished);
  for (const entry of request.entries) {
    controls.onProgress({ kind: 'facts', facts: factsOf(entry, store, request.classCount) });
    for (const [fold, split] of splits.entries()) {
      if (finished.has(foldKey({ key: entry.key, fold }))) continue;
      const job = { runtime, store, request, controls, entry, fold, split };
      const measured = entry.probe.name === KNN.name ? await knnJob(job) : await probeJob(job);
      const result = { key: entry.key, fold, total: split.heldOut.length, ...measured };
      controls.onProgress({ kind: 'fold', result });
    }
  }
}

interface FoldJob {
  runtime: Runtime;
  store: TokenStore;
  request: CompareRequest;
  controls: CompareControls;
  entry: StudyEntry;
  fold: number;
  split: Split;
}

type Measured = Pick<FoldResult, 'correct' | 'milliseconds' | 'chosen'>;

async function knnJob({ store, request, controls, split }: FoldJob): Promise<Measured> {
  await controls.pause();
  const started = performance.now();
  const { correct, chosen } = knnFold(store, split, request.classCount);
  const { settings: setting, ...inner } = chosen;
  // Choosing and answering are one there: nothing is trained.
  const milliseconds = performance.now() - started;
  return { correct, milliseconds, chosen: { kind: 'knn', setting, inner, milliseconds: 0 } };
}

async function probeJob(job: FoldJob): Promise<Measured> {
  const { runtime, store, request, controls, entry, fold, split } = job;
  const plan: RunPlan = {
    probe: entry.probe,
    recipe: request.recipe,
    classCount: request.classCount,
    split,
    seed: request.seed + fold,
    selection: 'last',
    snapshots: false,
  };
  const chosen = request.choice === 'inner' ? await choose(job, plan) : null;
  const chosenPlan = chosen ? { ...plan, recipe: withSetting(plan.recipe, chosen.setting) } : plan;
  const curve: CurvePoint[] = [];
  const run = await carryOut(runtime, store, chosenPlan, {
    onProgress: ({ point }) => curve.push(point),
    watched: () => null,
    stopRequested: () => false,
    pause: controls.pause,
  });
  const measured = await run.evaluator
    .measure(run.head.tensors, split.heldOut)
    .finally(() => run.evaluator.release());
  // Throws where an abort came meanwhile: such a head must not be kept.
  await controls.pause();
  if (fold === 0) await controls.onHead(entry.key, { run, curve });
  return {
    correct: measured?.correct ?? 0,
    milliseconds: run.milliseconds,
    ...(chosen && { chosen }),
  };
}

/** Tries what there is to choose from, see `chooseSetting`. */
async function choose({ runtime, store, controls }: FoldJob, plan: RunPlan) {
  const started = performance.now();
  const tried = await chooseSettingOf(runtime, store, plan, controls.pause);
  const milliseconds = performance.now() - started;
  return { kind: 'recipe', ...tried, milliseconds } as const satisfies Chosen;
}

function factsOf(
  { key, probe: choice }: StudyEntry,
  store: TokenStore,
  classes: number,
): EntryFacts {
  const sizes = store.sizes();
  if (choice.name === KNN.name) {
    return { key, parameters: { total: 0, pooling: 0 }, multiplyAdds: null };
  }
  const probe = findProbe(choice.name);
  const { options } = choice;
  const layout = headLayout(probe, options, sizes, classes);
  const total = parameterCount(layout);
  return {
    key,
    parameters: { total, pooling: total - (layout.descriptorWidth + 1) * classes },
    multiplyAdds: headMultiplyAdds({ probe, options, ...sizes, classes }),
  };
}
