import { findProbe } from '../probes/list';
import type { Runtime } from '../runtime/runtime';
import type { CurvePoint, LabelledImage, TrainProgress, TrainRequest, TrainResult } from './api';
import { type Batches, makeBatches } from './batches';
import { better, type Kept } from './best-epoch';
import { type HeadTensors, headLayout, parameterCount, startHead } from './head';
import { HeadView } from './head-view';
import { countCorrect } from './metrics';
import { seededRandom } from './random';
import type { Recipe } from './recipe';
import { rateShare } from './schedule';
import { type Split, stratifiedSplit } from './split';
import { foldHead, measureStandardisation } from './standardise';
import type { HeadShape } from './step-graph';
import { Stepper } from './stepper';
import type { TokenStore } from './token-store';

/** A head that takes raw tokens, with what is needed to run it. */
export interface TrainedHead {
  shape: Omit<HeadShape, 'batch'>;
  tensors: HeadTensors;
}

/** What the owner of a run wants to hear and may ask for while it goes on. */
export interface TrainControls {
  onProgress(progress: TrainProgress): void;
  /** The image whose maps come with the progress. */
  watched(): string | null;
  /** Asked after every epoch: true ends the run and keeps what there is. */
  stopAsked(): boolean;
  /** Called after every step: may throw to give the run up, and lets messages be heard. */
  pause(): Promise<void>;
}

/** Maps are sent at most this often, in milliseconds: a screen shows no more. */
const MAP_INTERVAL = 40;

/**
 * Trains a head on the images of `request` that have tokens, and says how it does on all of them.
 * Where images are held out the best epoch on them is kept, else the last.
 * @returns `view` runs the head; releasing it is the caller's task.
 * @throws when too few images have tokens, or the loss becomes infinite.
 */
export async function trainHead(
  runtime: Runtime,
  store: TokenStore,
  request: TrainRequest,
  controls: TrainControls,
): Promise<{ head: TrainedHead; view: HeadView; result: TrainResult }> {
  const started = performance.now();
  const run = await prepare(runtime, store, request);
  try {
    const { kept, epochsRun } = await runEpochs(run, controls);
    const { predictions, mapSimilarity } = await run.view.describe(kept.head, store.ids());
    const { training, heldOut } = run.split;
    const rightOf = new Map(
      predictions.map(({ imageId, probabilities }) => [
        imageId,
        probabilities.indexOf(Math.max(...probabilities)),
      ]),
    );
    const score = (images: readonly LabelledImage[]) => ({
      correct: images.filter((image) => rightOf.get(image.id) === image.classIndex).length,
      total: images.length,
    });
    return {
      head: { shape: run.shape, tensors: kept.head },
      view: run.view,
      result: {
        keptEpoch: kept.epoch,
        epochsRun,
        stopped: epochsRun < run.recipe.epochs,
        heldOutIds: heldOut.map((image) => image.id),
        heldOut: heldOut.length > 0 ? score(heldOut) : null,
        training: score(training),
        parameters: parameterCount(run.stepper.layout),
        mapSimilarity,
        predictions,
        milliseconds: performance.now() - started,
      },
    };
  } catch (error) {
    await run.view.release();
    throw error;
  } finally {
    run.batches.release();
    await run.stepper.release();
  }
}

interface Run {
  recipe: Recipe;
  shape: Omit<HeadShape, 'batch'>;
  split: Split;
  batches: Batches;
  stepper: Stepper;
  view: HeadView;
  /** The head as it is now, for raw tokens. */
  currentHead(): Promise<HeadTensors>;
}

async function prepare(runtime: Runtime, store: TokenStore, request: TrainRequest): Promise<Run> {
  const { recipe, seed } = request;
  const { options } = request.probe;
  const probe = findProbe(request.probe.name);
  const images = request.images.filter((image) => store.has(image.id));
  const split = stratifiedSplit(images, request.heldOutShare, seed);
  if (split.training.length < 2) {
    throw new Error('Training needs at least two images with tokens that are not held out.');
  }
  const shape = { probe, options, ...store.sizes(), classes: request.classCount };
  const sized = { ...shape, batch: Math.min(split.training.length, recipe.batchSize) };
  const layout = headLayout(probe, options, shape, shape.classes);
  const random = seededRandom(seed);
  const start = startHead(layout, random);
  const read = (imageId: string) => store.read(imageId, probe);
  const standardisation = recipe.standardise
    ? measureStandardisation(
        split.training.map((image) => read(image.id)),
        shape.width,
      )
    : null;
  const batches = makeBatches(runtime, split.training, read, standardisation, sized, random);
  const settings = {
    optimiser: recipe.optimiser,
    momentum: recipe.momentum,
    weightDecay: { queries: 0, other: recipe.weightDecay },
  };
  const stepper = await Stepper.create(runtime, sized, settings, start);
  const view = await HeadView.create(runtime, store, shape, split.heldOut.length);
  return {
    recipe,
    shape,
    split,
    batches,
    stepper,
    view,
    async currentHead() {
      const head = await stepper.head();
      return standardisation ? foldHead(head, layout, probe, options, standardisation) : head;
    },
  };
}

async function runEpochs(
  run: Run,
  controls: TrainControls,
): Promise<{ kept: Kept; epochsRun: number }> {
  const { epochs } = run.recipe;
  let kept: Kept | null = null;
  let mapsSent = Number.NEGATIVE_INFINITY;
  let epoch = 0;
  do {
    const { loss, accuracy } = await runEpoch(run, epoch, controls);
    epoch++;
    if (!Number.isFinite(loss)) {
      throw new Error(
        `The loss became infinite in epoch ${epoch}. Choose the small-data recipe, or lower the learning rate.`,
      );
    }
    const head = await run.currentHead();
    const measured = await run.view.measure(head, run.split.heldOut);
    kept = better(kept, { epoch, head, measured });
    const point: CurvePoint = {
      epoch,
      loss,
      trainAccuracy: accuracy,
      heldOutLoss: measured?.loss ?? null,
      heldOutAccuracy: measured && measured.correct / run.split.heldOut.length,
    };
    const watched = controls.watched();
    const due = performance.now() - mapsSent >= MAP_INTERVAL;
    const seen = watched !== null && due ? await run.view.inspect(head, watched) : null;
    if (seen) mapsSent = performance.now();
    controls.onProgress({ epochs, point, maps: seen?.maps ?? null });
  } while (epoch < epochs && !controls.stopAsked());
  return { kept, epochsRun: epoch };
}

/** One pass over the training images; loss and accuracy are averages over it. */
async function runEpoch(
  { recipe, batches, stepper, shape }: Run,
  epoch: number,
  controls: TrainControls,
): Promise<{ loss: number; accuracy: number }> {
  // Learning rates meant for another batch size are scaled to this one (Goyal et al. 2017).
  const scale = recipe.baseBatch === null ? 1 : batches.size / recipe.baseBatch;
  let [loss, correct, images, step] = [0, 0, 0, 0];
  for (const batch of batches.epoch()) {
    const moment = epoch + step++ / batches.perEpoch;
    const share = scale * rateShare(moment, recipe.epochs, recipe.warmupEpochs);
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
