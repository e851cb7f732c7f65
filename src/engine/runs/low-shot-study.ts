import { countsByClass, isExtracted } from '../../state/derive/images-of';
import {
  lowShotEntries,
  lowShotReadiness,
  lowShotStaleness,
  lowShotStudyOf,
} from '../../state/derive/low-shot';
import type { AppState, LowShotStudy } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { planShots } from '../../study/low-shot/shot-sizes';
import { imagesOfStudy } from '../../study/plan';
import { type LowShotRequest, type ShotResult, shotKey } from '../../training/run/low-shot-api';
import type { Failure } from '../../vocabulary/failures';
import type { Notices } from '../notices';
import type { Trainer } from '../workers/trainer';
import { planStudy } from './probe-study';
import { until } from './until';
import { whyStudyStopped } from './why-study-stopped';

/** Measures probes on few training images of the backbone in use; one study at a time. */
export class LowShotStudies {
  private under: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly notices: Pick<Notices, 'say'>,
  ) {}

  /** A new study of what is ticked. Does nothing where `lowShotReadiness` says no. */
  start(): void {
    if (lowShotReadiness(this.store.getState()).ready) void this.carryOut(null);
  }

  /** Goes on with one that was paused. */
  resume(): void {
    const { lowShot } = this.store.getState();
    if (lowShot.kind === 'paused') void this.carryOut(lowShot.study);
  }

  /** What is finished stays, and can be resumed. To be called too where the tokens of now are to go. */
  cancel(): void {
    this.under?.abort();
    this.under = null;
    this.showPaused(null);
  }

  /** @param study what is to be gone on with; null for a new one. */
  private async carryOut(study: LowShotStudy | null): Promise<void> {
    this.under?.abort();
    const under = new AbortController();
    this.under = under;
    this.store.setState({ lowShot: { kind: 'queued', study } });
    const reason = await this.run(study, under.signal).catch(whyStudyStopped);
    if (under.signal.aborted) return;
    this.under = null;
    if (reason !== null) this.pause(reason);
  }

  /** Null when it is through, else why it can't be carried out as things are. */
  private async run(resumed: LowShotStudy | null, signal: AbortSignal): Promise<Failure | null> {
    await until(this.store, isFree, signal);
    const client = await this.trainer.worker.whenReady();
    signal.throwIfAborted();
    // While the worker started, a run may have begun, or images have come.
    if (!isFree(this.store.getState())) return this.run(resumed, signal);
    const state = this.store.getState();
    if (resumed && lowShotStaleness(state) !== null) return { code: 'study-outdated' };
    const study = resumed ?? planLowShot(state);
    if (!study || study.classes.length < 2) return { code: 'too-few-classes' };
    this.store.setState({ lowShot: { kind: 'running', study } });
    await client.call('lowShot', requestOf(study, state), {
      signal,
      onProgress: (result) => this.report(result),
    });
    signal.throwIfAborted();
    this.store.setState(({ lowShot }) =>
      lowShot.kind === 'running' ? { lowShot: { kind: 'done', study: lowShot.study } } : {},
    );
    return null;
  }

  private report(result: ShotResult): void {
    this.store.setState(({ lowShot }) => {
      if (lowShot.kind !== 'running') return {};
      const { study } = lowShot;
      const results = [...study.results, result];
      return { lowShot: { kind: 'running', study: { ...study, results } } };
    });
  }

  private pause(reason: Failure): void {
    this.showPaused(reason);
    // Where nothing has begun there is no place that shows the reason.
    if (this.store.getState().lowShot.kind === 'idle') {
      this.notices.say('error', { part: 'comparison' }, { code: 'failed', failure: reason });
    }
  }

  /** @param reason null where the person wanted it. */
  private showPaused(reason: Failure | null): void {
    this.store.setState(({ lowShot }) => {
      if (lowShot.kind !== 'running' && lowShot.kind !== 'queued') return {};
      const study = lowShotStudyOf(lowShot);
      return { lowShot: study ? { kind: 'paused', study, reason } : { kind: 'idle' } };
    });
  }
}

/** A new study of the images that have their tokens; null where no size can be filled. */
export function planLowShot(state: AppState): LowShotStudy | null {
  const { facts: _, results: __, ...plan } = planStudy(state, lowShotEntries(state));
  const taking = state.images.filter(({ id }) => Object.hasOwn(plan.labels, id));
  const counts = countsByClass({ classes: state.classes, images: taking });
  const shots = planShots(
    plan.classes.map(({ id, name }) => ({ label: name, images: counts.get(id) ?? 0 })),
    plan.folds,
  );
  if (!shots || shots.sizes.length === 0) return null;
  const { label: className, images } = shots.ceiling;
  return { ...plan, sizes: shots.sizes, ceiling: { className, images }, results: [] };
}

/** One thing is trained at a time, and every image that will have tokens has them. */
function isFree(state: AppState): boolean {
  const { training, study } = state;
  const busy =
    training.kind === 'queued' || [training, study].some((one) => one.kind === 'running');
  return !busy && isExtracted(state);
}

/** The images of the study with the labels that they had when it was planned. */
function requestOf(study: LowShotStudy, { images }: Pick<AppState, 'images'>): LowShotRequest {
  const { entries, sizes, classes, recipe, seed, folds, repeats } = study;
  return {
    ...{ recipe, seed, folds, repeats },
    images: imagesOfStudy(images, study),
    classCount: classes.length,
    entries: [...entries],
    sizes: [...sizes],
    finished: study.results.map(shotKey),
  };
}
