import { WorkerDied } from '../../bridge/client';
import { isExtracted, labelsById } from '../../state/derive/images-of';
import { readiness } from '../../state/derive/readiness';
import { trainingSet } from '../../state/derive/training-set';
import { emptyPane, type Panes } from '../../state/panes';
import type { AppState, TrainedRun } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { labelledImages } from '../../study/plan';
import type { TrainProgress, TrainRequest } from '../../training/run/train-api';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { type CurvePoint, predictionsById } from '../../vocabulary/heads';
import type { AttentionMaps } from '../../vocabulary/maps';
import type { HeadHistory } from '../inspect/head-history';
import type { Notices } from '../notices';
import type { LossCause } from '../workers/supervised-worker';
import type { Trainer } from '../workers/trainer';
import { until } from './until';

/** Trains the probe that is set up, as soon as every image has its tokens. */
export class TrainingRuns {
  /** The run that waits for tokens, or is under way. */
  private under: AbortController | null = null;
  /** Runs that ended with the worker, since one went well. */
  private runsLost = 0;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly heads: Pick<HeadHistory, 'show'>,
    private readonly panes: Panes,
    private readonly notices: Pick<Notices, 'say'>,
  ) {}

  /** Does nothing where `readiness` says no. */
  start(): void {
    if (readiness(this.store.getState()).ready) this.begin();
  }

  /** Ends the run early and keeps what there is; one that still waits is called off. */
  stop(): void {
    const { training } = this.store.getState();
    if (training.kind === 'queued') this.abandon();
    if (training.kind !== 'running') return;
    this.store.setState({ training: { ...training, stopping: true } });
    void this.trainer.worker.inUse?.call('stop', null).catch(() => undefined);
  }

  /** Forgets the run, whatever it is doing: its tokens or its backbone are gone. */
  abandon(): void {
    this.under?.abort();
    this.under = null;
    this.store.setState({ training: { kind: 'idle' }, epoch: null });
    emptyPane(this.panes.main);
  }

  /** Trains what is set up, as if nothing were on show; see `workerLost`. */
  again(): void {
    if (this.store.getState().training.kind === 'idle') this.begin();
  }

  /**
   * The worker is gone, and with it the run or the head on show: both are made again, once.
   * @param kept whether the head on show will be brought back instead.
   */
  workerLost(cause: LossCause, kept: boolean): void {
    const { training } = this.store.getState();
    if (training.kind === 'done' && kept) {
      this.abandon();
      return;
    }
    if (training.kind === 'running' && cause !== 'replaced') this.runsLost += 1;
    const next = afterLoss(training, cause, this.runsLost);
    if (next.kind === 'queued' && training.kind !== 'queued') this.begin();
    else if (next.kind === 'idle' && training.kind !== 'idle') this.abandon();
    else if (next.kind === 'failed' && training.kind !== 'failed') {
      this.under?.abort();
      this.store.setState({ training: next, epoch: null });
    }
  }

  private begin(): void {
    this.under?.abort();
    const under = new AbortController();
    this.under = under;
    this.store.setState({ training: { kind: 'queued' }, epoch: null });
    void this.carryOut(under.signal).catch((error: unknown) => {
      // A lost worker is told of by `workerLost`.
      if (under.signal.aborted || error instanceof WorkerDied) return;
      this.fail(failureOf(error));
    });
  }

  private async carryOut(signal: AbortSignal): Promise<void> {
    let client = await this.whenPossible(signal);
    // While the worker started, images may have come, or lost their tokens.
    while (!isExtracted(this.store.getState())) client = await this.whenPossible(signal);
    const state = this.store.getState();
    const { classes, images, leftOut } = trainingSet(state);
    if (classes.length < 2) return this.fail({ code: 'too-few-classes-to-train' });
    if (leftOut.length > 0) {
      this.notices.say(
        'note',
        { part: 'training' },
        { code: 'left-out-of-run', classes: leftOut.map(({ name }) => name) },
      );
    }
    const { probe, recipe, seed, heldOutShare, backboneId, selectedImageId } = state;
    const request: TrainRequest = {
      images: labelledImages(images, classes),
      classCount: classes.length,
      probe,
      recipe,
      seed,
      heldOutShare,
      watchedImageId: selectedImageId,
    };
    const live = new LiveRun(this.store, this.panes);
    this.store.setState({
      training: { kind: 'running', epochs: recipe.epochs, curve: [], stopping: false },
      openedKey: null,
    });
    try {
      const result = await client.call('train', request, {
        onProgress: (progress) => live.add(progress),
        signal,
      });
      signal.throwIfAborted();
      const labels = labelsById(images);
      const onAlteredPixels = state.pixels === 'altered';
      const run: TrainedRun = {
        probe,
        recipe,
        backboneId,
        classes,
        labels,
        result,
        onAlteredPixels,
      };
      this.runsLost = 0;
      const predictions = predictionsById(result.predictions);
      this.heads.show({ run, curve: live.points, predictions, studyKey: null });
    } finally {
      live.end();
    }
  }

  private async whenPossible(signal: AbortSignal) {
    await until(this.store, isExtracted, signal);
    const client = await this.trainer.worker.whenReady();
    signal.throwIfAborted();
    return client;
  }

  private fail(reason: Failure): void {
    this.store.setState({ training: { kind: 'failed', reason } });
    this.notices.say('error', { part: 'training' }, { code: 'failed', failure: reason });
  }
}

/** A run, or a head, that is lost is made again by itself, once. */
export function afterLoss(
  training: AppState['training'],
  cause: LossCause,
  runsLost: number,
): AppState['training'] {
  if (training.kind !== 'running' && training.kind !== 'done') return training;
  if (training.kind === 'running' && training.stopping) return { kind: 'idle' };
  if (cause !== 'replaced' && runsLost > 1) {
    return { kind: 'failed', reason: { code: 'trainer-stopped-twice' } };
  }
  return { kind: 'queued' };
}

/** How often a run under way is shown anew, in milliseconds: as often as an eye can follow. */
const PACE = 50;

/**
 * Gathers what a run tells and shows its latest now and then. A small probe has hundreds of epochs a
 * second, and where there are few cores, drawing them all would take the training's time.
 */
class LiveRun {
  points: CurvePoint[] = [];
  private maps: AttentionMaps | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly panes: Panes,
  ) {}

  add({ point, maps }: TrainProgress): void {
    this.points = [...this.points, point];
    if (this.isOnShow(maps)) this.maps = maps;
    this.timer ??= setTimeout(() => this.show(), PACE);
  }

  end(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private show(): void {
    this.timer = null;
    // Another image may have been selected meanwhile.
    if (this.isOnShow(this.maps)) this.panes.main.maps.show(this.maps);
    this.store.setState((state) =>
      state.training.kind === 'running'
        ? { training: { ...state.training, curve: this.points } }
        : state,
    );
  }

  private isOnShow(maps: AttentionMaps | null | undefined): maps is AttentionMaps {
    return maps?.imageId === this.store.getState().selectedImageId;
  }
}
