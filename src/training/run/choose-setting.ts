import { findProbe } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';
import { stratifiedSplit } from '../data/split';
import type { TokenStore } from '../data/token-store';
import type { RunPlan } from '../head/finished-run';
import { type Setting, withSetting } from '../model/recipe';
import { type Candidates, candidates } from './candidates';
import { type InnerScore, isBetterInside } from './compare-api';
import { carryOut } from './train';

/** A setting and how it did on the inner split. */
export interface Tried {
  setting: Setting;
  inner: InnerScore;
}

/** `chooseSetting` among the candidates of the plan's probe. */
export function chooseSettingOf(
  runtime: Runtime,
  store: TokenStore,
  plan: RunPlan,
  pause: () => Promise<void>,
): Promise<Tried> {
  const { name, options } = plan.probe;
  const learned = findProbe(name).parameters(store.sizes(), options);
  return chooseSetting(runtime, store, plan, candidates(plan.recipe, learned.length > 0), pause);
}

/**
 * Which of several settings suits a fold: each is trained on one part of the fold's training images
 * and tested on the other, so nothing of the held-out fold has a say. The most images right win, then
 * the lower loss, then the earlier one.
 * @param plan the run that the choice is for; its seed decides the inner split, whatever the probe
 * @param pause as in `TrainControls`
 * @throws as `trainHead`; a setting whose loss is infinite is only not chosen
 */
export async function chooseSetting(
  runtime: Runtime,
  store: TokenStore,
  plan: RunPlan,
  { settings, innerShare, inner: innerRecipe }: Candidates,
  pause: () => Promise<void>,
): Promise<Tried> {
  const split = stratifiedSplit(plan.split.training, innerShare, plan.seed);
  let best: Tried | null = null;
  // Where every class has a single training image there is nothing to choose by.
  if (split.heldOut.length > 0) {
    for (const setting of settings) {
      const recipe = innerRecipe(withSetting(plan.recipe, setting));
      const inner = await score(runtime, store, { ...plan, recipe, split }, pause);
      if (inner && (!best || isBetterInside(inner, best.inner))) best = { setting, inner };
    }
  }
  return best ?? { setting: {}, inner: { correct: 0, total: split.heldOut.length, loss: 0 } };
}

/** Null where training fails, as it may at a rate that is too high. */
async function score(
  runtime: Runtime,
  store: TokenStore,
  plan: RunPlan,
  pause: () => Promise<void>,
): Promise<InnerScore | null> {
  const { heldOut } = plan.split;
  try {
    const run = await carryOut(runtime, store, plan, {
      onProgress: () => {},
      watched: () => null,
      stopRequested: () => false,
      pause,
    });
    const measured = await run.evaluator
      .measure(run.head.tensors, heldOut)
      .finally(() => run.evaluator.release());
    await pause();
    return measured && { ...measured, total: heldOut.length };
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'loss-infinite') return null;
    throw error;
  }
}
