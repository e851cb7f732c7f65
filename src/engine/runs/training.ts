import { WorkerDied } from '../../bridge/client';
import { reasonText } from '../../messages/reason-text'; // TODO integrator
import { isPending } from '../../state/derive/images-of';
import { trainingSet } from '../../state/derive/training-set';
import { panes } from '../../state/panes';
import type { AppState, ClassLabel, TrainedRun } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { TrainProgress, TrainRequest } from '../../training/run/train-api';
import type { CurvePoint, Prediction } from '../../vocabulary/heads';
import type { Trainer } from '../workers/trainer';

/** Starts a queued run once every image has its tokens, and brings what it reports into the store. */
export class TrainingRuns {
  private starting = false;
  private under: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Trainer,
  ) {
    store.subscribe((state, before) => {
      if (state.training.kind === 'queued') void this.start();
      if (isStopping(state) && !isStopping(before)) void this.stop();
      // Another backbone has come, whose tokens it is not about.
      if (before.training.kind === 'running' && state.training.kind === 'idle') this.under?.abort();
    });
  }

  private async start(): Promise<void> {
    if (this.starting || !canStart(this.store.getState())) return;
    this.starting = true;
    try {
      const client = await this.trainer.worker.whenReady();
      if (canStart(this.store.getState())) await this.run(client);
    } finally {
      this.starting = false;
    }
    // A run that was lost with its worker may have been queued again meanwhile.
    if (this.store.getState().training.kind === 'queued') void this.start();
  }

  private async run(client: Awaited<ReturnType<Trainer['worker']['whenReady']>>): Promise<void> {
    const state = this.store.getState();
    const { classes, images, leftOut } = trainingSet(state);
    if (classes.length < 2) {
      this.fail('Fewer than two classes have two images with tokens. Add images and train again.');
      return;
    }
    if (leftOut.length > 0) this.noteLeftOut(leftOut);
    const { probe, recipe, seed, heldOutShare, backboneId } = state;
    const rank = new Map(classes.map(({ id }, index) => [id, index]));
    const request: TrainRequest = {
      images: images.map(({ id, name, classId }) => ({
        id,
        name,
        classIndex: rank.get(classId) ?? 0,
      })),
      classCount: classes.length,
      probe,
      recipe,
      seed,
      heldOutShare,
    };
    const curve = new LiveCurve(this.store);
    const under = new AbortController();
    this.under = under;
    this.store.setState({
      training: { kind: 'running', epochs: recipe.epochs, curve: [], stopping: false },
    });
    try {
      const result = await client.call('train', request, {
        onProgress: (progress) => curve.add(progress),
        signal: under.signal,
      });
      const labels = Object.fromEntries(images.map(({ id, classId }) => [id, classId]));
      const run: TrainedRun = { probe, recipe, backboneId, classes, labels, result };
      this.store.setState({
        training: {
          kind: 'done',
          run,
          curve: curve.points,
          predictions: byImage(result.predictions),
        },
      });
    } catch (error) {
      // Whoever replaces the worker decides what becomes of the run.
      if (!(error instanceof WorkerDied) && !under.signal.aborted) {
        this.fail(reasonText(error));
      }
    } finally {
      curve.end();
    }
  }

  private async stop(): Promise<void> {
    const client = this.trainer.worker.inUse;
    await client?.call('stop', null).catch(() => undefined);
  }

  private fail(reason: string): void {
    this.store.setState({ training: { kind: 'failed', reason } });
    this.store.getState().say({ severity: 'error', subject: 'Training', text: reason });
  }

  private noteLeftOut(classes: readonly ClassLabel[]): void {
    const names = classes.map(({ name }) => name).join(', ');
    this.store.getState().say({
      severity: 'note',
      subject: 'Training',
      text: `Left out of this run, with fewer than two images that have tokens: ${names}.`,
    });
  }
}

function canStart({ training, images, extraction }: AppState): boolean {
  if (training.kind !== 'queued') return false;
  return extraction.kind === 'cancelled' || !images.some(isPending);
}

function isStopping({ training }: AppState): boolean {
  return training.kind === 'running' && training.stopping;
}

function byImage(predictions: readonly Prediction[]): Record<string, Prediction> {
  return Object.fromEntries(predictions.map((prediction) => [prediction.imageId, prediction]));
}

/** Gathers the points of a run and shows them once a frame: hundreds a second help nobody. */
class LiveCurve {
  points: CurvePoint[] = [];
  private frame: number | null = null;

  constructor(private readonly store: AppStore) {}

  add({ point, maps }: TrainProgress): void {
    this.points = [...this.points, point];
    if (maps && maps.imageId === this.store.getState().selectedImageId) panes.main.maps.show(maps);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.store.setState(({ training }) =>
        training.kind === 'running' ? { training: { ...training, curve: this.points } } : {},
      );
    });
  }

  end(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }
}
