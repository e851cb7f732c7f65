import { seededRandom } from '../../numbers/random';
import { argmax } from '../../numbers/vectors';
import { foldLinear } from '../../probes/layers/fold';
import { findProbe } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';
import type { CurvePoint } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import { ProgrammingError } from '../../vocabulary/programming-error';
import { stratifiedSplit } from '../data/split';
import type { TokenStore } from '../data/token-store';
import { type BestEpoch, better } from '../head/best-epoch';
import { HeadEvaluator } from '../head/evaluator';
import type { FinishedRun, RunPlan } from '../head/finished-run';
import { countCorrect } from '../head/metrics';
import { bytesOf, SNAPSHOT_LIMIT, type Snapshot, SnapshotKeeper } from '../head/snapshots';
import { clusterQueries } from '../model/cluster-queries';
import type { HeadShape } from '../model/forward';
import { type HeadTensors, headLayout, parameterCount, startHead } from '../model/head';
import { foldHead, measureStandardisation } from '../model/standardise';
import { type Batches, makeBatches } from '../step/batches';
import { rateShare } from '../step/schedule';
import { Stepper } from '../step/stepper';
import type { TrainProgress, TrainRequest, TrainResult } from './train-api';

/** How a run reports and is controlled while it goes on. */
export interface TrainControls {
  onProgress(progress: TrainProgress): void;
  /** The image whose maps come with the progress. */
  watched(): string | null;
  /** Called after every epoch: true ends the run and keeps what there is. */
  stopRequested(): boolean;
  /** Called after every step: lets messages be handled, and may throw to give the run up. */
  pause(): Promise<void>;
}

/** How a finished run's head does, without its id. */
export type RunDescription = Omit<TrainResult, 'headId'>;
/** Maps are sent at most this often, in milliseconds: a screen shows no more. */
const MAP_INTERVAL = 40;

/**
 * Trains a head on the images of `request` that have tokens, and measures it on all of them.
 * Where images are held out the best epoch on them is kept, else the last.
 * @throws `too-few-training-images`, `loss-infinite`, `no-cls-token`; what the probe throws where it
 *   can't be built for tokens of this size.
 */
export async function trainHead(
  runtime: Runtime,
  store: TokenStore,
  request: TrainRequest,
  controls: TrainControls,
): Promise<{ run: FinishedRun; result: RunDescription }> {
  const { probe, recipe, classCount, seed } = request;
  const images = request.images.filter((image) => store.has(image.id));
  const split = stratifiedSplit(images, request.heldOutShare, seed);
  const plan: RunPlan = {
    probe,
    recipe,
    classCount,
    seed,
    split,
    selection: 'best',
    snapshots: true,
  };
  const run = await carryOut(runtime, store, plan, controls);
  try {
    const result = await describeRun(run, store, controls.pause);
    // Throws where an abort came since the last step: such a head must not be registered.
    await controls.pause();
    return { run, result };
  } catch (error) {
    await run.evaluator.release();
    throw error;
  }
}

/**
 * How a finished run's head does on every image that has tokens.
 * @param pause as in `TrainControls`
 */
export async function describeRun(
  run: FinishedRun,
  store: TokenStore,
  pause: () => Promise<void>,
): Promise<RunDescription> {
  const { training, heldOut } = run.plan.split;
  const { predictions, mapSimilarity } = await run.evaluator.describe(
    run.head.tensors,
    store.ids(),
    pause,
  );
  const answerOf = new Map(
    predictions.map(({ imageId, probabilities }) => [imageId, argmax(probabilities)]),
  );
  const score = (images: readonly LabelledImage[]) => ({
    correct: images.filter((image) => answerOf.get(image.id) === image.classIndex).length,
    total: images.length,
  });
  return {
    snapshots: {
      epochs: run.snapshots.map(({ epoch }) => epoch),
      bytes: bytesOf(run.snapshots),
      limit: SNAPSHOT_LIMIT,
    },
    chosenEpoch: run.chosenEpoch,
    chosenByHeldOut: run.plan.selection === 'best' && heldOut.length > 0,
    epochsRun: run.epochsRun,
    stopped: run.epochsRun < run.plan.recipe.epochs,
    heldOutIds: heldOut.map((image) => image.id),
    heldOut: heldOut.length > 0 ? score(heldOut) : null,
    training: score(training),
    parameters: run.parameters,
    mapSimilarity,
    predictions,
    milliseconds: run.milliseconds,
  };
}

/**
 * Carries out one run.
 * @throws as `trainHead`
 */
export async function carryOut(
  runtime: Runtime,
  store: TokenStore,
  plan: RunPlan,
  controls: TrainControls,
): Promise<FinishedRun> {
  const run = await setUp(runtime, store, plan);
  try {
    const started = performance.now();
    const { best, snapshots, epochsRun } = await runEpochs(run, controls);
    return {
      plan,
      head: { shape: run.shape, tensors: best.head },
      evaluator: run.evaluator,
      snapshots,
      chosenEpoch: best.epoch,
      epochsRun,
      parameters: parameterCount(run.stepper.layout),
      milliseconds: performance.now() - started,
    };
  } catch (error) {
    await run.evaluator.release();
    throw error;
  } finally {
    run.batches.release();
    await run.stepper.release();
  }
}

interface Run {
  plan: RunPlan;
  shape: Omit<HeadShape, 'batch'>;
  batches: Batches;
  stepper: Stepper;
  evaluator: HeadEvaluator;
  /** The head as it is now, for raw tokens. */
  currentHead(): Promise<HeadTensors>;
}

async function setUp(runtime: Runtime, store: TokenStore, plan: RunPlan): Promise<Run> {
  const { recipe, split } = plan;
  const { options } = plan.probe;
  const probe = findProbe(plan.probe.name);
  if (split.training.length < 2) {
    throw new AppError({ code: 'too-few-training-images' });
  }
  const shape = { probe, options, ...store.sizes(), classes: plan.classCount };
  const sized = { ...shape, batch: Math.min(split.training.length, recipe.batchSize) };
  const layout = headLayout(probe, options, shape, shape.classes);
  const random = seededRandom(plan.seed);
  const read = (imageId: string) => store.read(imageId, probe);
  const tables = () => split.training.map((image) => read(image.id));
  const start = startHead(layout, random);
  const queries = layout.parameters.filter(({ meetsTokens }) => meetsTokens);
  const fromClusters = recipe.queryStart === 'clusters' && queries.length > 0;
  const measured =
    recipe.standardise || fromClusters ? measureStandardisation(tables(), shape.width) : null;
  const standardisation = recipe.standardise ? measured : null;
  if (measured && fromClusters) {
    for (const { name } of queries) {
      const wanted = { queries: probe.mapCount(options), seed: plan.seed };
      const found = clusterQueries(tables(), measured, wanted);
      // q·x̂ = (q/σ)·x − a constant that the softmax ignores.
      start[name] = standardisation ? found : foldLinear(found, measured).weight;
    }
  }
  const batches = makeBatches(runtime, split.training, read, standardisation, sized, random);
  const settings = {
    optimiser: recipe.optimiser,
    momentum: recipe.momentum,
    weightDecay: { queries: 0, other: recipe.weightDecay },
  };
  const stepper = await Stepper.create(runtime, sized, settings, start).catch((error: unknown) => {
    batches.release();
    throw error;
  });
  return {
    plan,
    shape,
    batches,
    stepper,
    evaluator: new HeadEvaluator(runtime, store, shape, split.heldOut.length),
    async currentHead() {
      const head = await stepper.head();
      return standardisation ? foldHead(head, layout, probe, options, standardisation) : head;
    },
  };
}

async function runEpochs(
  run: Run,
  controls: TrainControls,
): Promise<{ best: BestEpoch; snapshots: readonly Snapshot[]; epochsRun: number }> {
  const { recipe, split, selection } = run.plan;
  const compared = selection === 'best' ? split.heldOut : [];
  const keeper = run.plan.snapshots ? new SnapshotKeeper() : null;
  keeper?.offer({ epoch: 0, tensors: await run.currentHead() });
  let snapshots: readonly Snapshot[] = [];
  let best: BestEpoch | null = null;
  let mapsSent = Number.NEGATIVE_INFINITY;
  let epoch = 0;
  let last = false;
  do {
    const { loss, accuracy } = await runEpoch(run, epoch, controls);
    epoch++;
    if (!Number.isFinite(loss)) {
      throw new AppError({ code: 'loss-infinite', epoch });
    }
    last = epoch >= recipe.epochs || controls.stopRequested();
    const watched = controls.watched();
    const due = watched !== null && performance.now() - mapsSent >= MAP_INTERVAL;
    const wanted = last || due || selection === 'best' || keeper?.due(epoch);
    const head = wanted ? await run.currentHead() : null;
    const measured = head && (await run.evaluator.measure(head, compared));
    if (head) {
      best = better(best, { epoch, head, measured });
      keeper?.offer({ epoch, tensors: head });
      if (last) snapshots = snapshotsOf(keeper, best, { epoch, tensors: head });
    }
    const seen = head && due ? await run.evaluator.inspect(head, watched) : null;
    if (seen) mapsSent = performance.now();
    const point: CurvePoint = {
      epoch,
      loss,
      trainAccuracy: accuracy,
      heldOutLoss: measured?.loss ?? null,
      heldOutAccuracy: measured && measured.correct / compared.length,
    };
    controls.onProgress({ epochs: recipe.epochs, point, maps: seen?.maps ?? null });
  } while (!last);
  if (!best) throw new ProgrammingError('The last epoch gave no head.');
  return { best, snapshots, epochsRun: epoch };
}

function snapshotsOf(keeper: SnapshotKeeper | null, best: BestEpoch, last: Snapshot): Snapshot[] {
  const own = { epoch: best.epoch, tensors: best.head };
  return keeper ? keeper.finish(own, last) : [own];
}

/** One pass over the training images; loss and accuracy are averages over it. */
async function runEpoch(
  { plan: { recipe }, batches, stepper, shape }: Run,
  epoch: number,
  controls: TrainControls,
): Promise<{ loss: number; accuracy: number }> {
  // Learning rates meant for another batch size are scaled to this one (Goyal et al. 2017).
  const scale = recipe.baseBatch === null ? 1 : batches.size / recipe.baseBatch;
  let [loss, correct, images, step] = [0, 0, 0, 0];
  for (const batch of batches.epoch()) {
    const epochsDone = epoch + step++ / batches.perEpoch;
    const share = scale * rateShare(epochsDone, recipe.epochs, recipe.warmupEpochs);
    const outputs = await stepper.step(batch, {
      queries: recipe.queryLearningRate * share,
      other: recipe.learningRate * share,
    });
    const labels = batch.images.map((image) => image.classIndex);
    loss += (outputs.loss?.[0] ?? Number.NaN) * labels.length;
    correct += countCorrect(outputs.logits ?? new Float32Array(), labels, shape.classes);
    images += labels.length;
    await controls.pause();
  }
  return { loss: loss / images, accuracy: correct / images };
}
