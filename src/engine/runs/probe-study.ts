import { findBackbone } from '../../backbones/catalogue/catalogue';
import { countsByClass, isExtracted, labelsById } from '../../state/derive/images-of';
import { studyReadiness } from '../../state/derive/readiness';
import { isStudyStale, trainingSet } from '../../state/derive/training-set';
import { agedHeads } from '../../state/slices/inspector';
import type { AppState, Study } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { imagesOfStudy, planFolds, type StudyRemark } from '../../study/plan';
import { FLOORS, studyEntries } from '../../study/study-entries';
import { studyEpochs } from '../../study/study-epochs';
import { withSetting } from '../../training/model/recipe';
import {
  type CompareProgress,
  type CompareRequest,
  foldKey,
  type OpenedHead,
  type StudyEntry,
} from '../../training/run/compare-api';
import type { Failure } from '../../vocabulary/failures';
import { predictionsById } from '../../vocabulary/heads';
import type { HeadHistory } from '../inspect/head-history';
import type { Notices } from '../notices';
import type { Trainer } from '../workers/trainer';
import { withStudy } from './backbone-studies';
import { until } from './until';
import { whyStudyStopped } from './why-study-stopped';

/** How a study ended: `paused` with null when it was cancelled. */
export type StudyEnd = { kind: 'done' } | { kind: 'paused'; reason: Failure | null };

/** Compares probes on the backbone in use, every one on the same folds. */
export class ProbeStudies {
  private under: AbortController | null = null;
  private opening: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Pick<Trainer, 'worker'>,
    private readonly heads: Pick<HeadHistory, 'show'>,
    private readonly notices: Pick<Notices, 'say'>,
  ) {}

  /** A new study of what is ticked. Does nothing where `studyReadiness` says no. */
  start(): void {
    if (studyReadiness(this.store.getState()).ready) void this.carryOut(null);
  }

  /** Goes on with one that was paused. */
  resume(): void {
    const { study } = this.store.getState();
    if (study.kind === 'paused') void this.carryOut(study.study);
  }

  /** What is finished stays, and can be resumed. */
  cancel(): void {
    this.abandon();
    this.showPaused(null);
  }

  /** Another backbone has come: what is under way is not about its tokens. The caller shows what is. */
  abandon(): void {
    this.under?.abort();
    this.under = null;
    this.opening?.abort();
  }

  /**
   * Waits for tokens, and for a training run to end; then trains what is missing.
   * @param study what is to be gone on with; null for a new one of what is ticked.
   */
  async carryOut(study: Study | null): Promise<StudyEnd> {
    this.under?.abort();
    this.opening?.abort();
    const under = new AbortController();
    this.under = under;
    this.store.setState({ study: { kind: 'queued', study } });
    try {
      const reason = await this.run(study, under.signal).catch(whyStudyStopped);
      if (under.signal.aborted) return { kind: 'paused', reason: null };
      if (reason === null) return { kind: 'done' };
      this.pause(reason);
      return { kind: 'paused', reason };
    } finally {
      if (this.under === under) this.under = null;
    }
  }

  /** Shows a finished entry's head, trained on all folds but the first: once more where it is gone. */
  async openHead(key: string): Promise<void> {
    this.opening?.abort();
    const opening = new AbortController();
    this.opening = opening;
    this.store.setState({ openingKey: key });
    const opened = await this.findHead(key, opening.signal).catch(() => null);
    const { study: status, openingKey, training } = this.store.getState();
    // Another one was asked for meanwhile.
    if (openingKey !== key) return;
    this.store.setState({ openingKey: null });
    const study = 'study' in status ? status.study : null;
    const entry = study?.entries.find((candidate) => candidate.key === key);
    if (!study || !entry || training.kind === 'running' || training.kind === 'queued') return;
    if (!opened) {
      this.notices.say('note', { part: 'comparison' }, { code: 'head-gone' });
      return;
    }
    const { result, curve } = opened;
    const { backboneId, classes, labels } = study;
    const first = study.results.find((one) => one.key === key && one.fold === 0)?.chosen;
    const recipe =
      first?.kind === 'recipe' ? withSetting(study.recipe, first.setting) : study.recipe;
    this.heads.show({
      run: {
        probe: entry.probe,
        recipe,
        backboneId,
        classes: [...classes],
        labels,
        result,
        onAlteredPixels: study.remarks.some(({ code }) => code === 'altered-pixels'),
      },
      curve,
      predictions: predictionsById(result.predictions),
      studyKey: key,
    });
  }

  /** Null where it is gone, and can't be trained again: its images have changed, or something else is under way. */
  private async findHead(key: string, signal: AbortSignal): Promise<OpenedHead> {
    const { worker } = this.trainer;
    const client = worker.inUse ?? (await worker.whenReady());
    const found = await client.call('openHead', { key }, { signal });
    if (found) return found;
    const state = this.store.getState();
    const study = state.study.kind === 'idle' ? null : state.study.study;
    const isBusy = state.study.kind === 'running' || state.study.kind === 'queued';
    if (!study || isBusy || isStudyStale(state) || !isFree(state)) return null;
    const { entries, folds, repeats } = study;
    const others = Array.from({ length: folds * repeats - 1 }, (_, index) =>
      foldKey({ key, fold: index + 1 }),
    );
    const only = { entries: entries.filter((entry) => entry.key === key), finished: others };
    await client.call('compare', { ...requestOf(study, state), ...only }, { signal });
    return client.call('openHead', { key }, { signal });
  }

  /** Null when it is through, else why it can't be carried out as things are. */
  private async run(resumed: Study | null, signal: AbortSignal): Promise<Failure | null> {
    await until(this.store, isFree, signal);
    const client = await this.trainer.worker.whenReady();
    signal.throwIfAborted();
    // While the worker started, a run may have begun, or images have come.
    if (!isFree(this.store.getState())) return this.run(resumed, signal);
    const state = this.store.getState();
    const study = resumed ?? planStudy(state);
    if (study.classes.length < 2) return { code: 'too-few-classes' };
    // Other images would be dealt into other folds: old and new results were of different partitions.
    const queued = { study: { kind: 'queued', study } } as const;
    if (resumed && isStudyStale({ ...state, ...queued })) return { code: 'study-outdated' };
    this.store.setState({
      study: { kind: 'running', study, current: firstMissing(study) },
      ...(resumed ? {} : agedHeads(state)),
    });
    await client.call('compare', requestOf(study, state), {
      signal,
      onProgress: (progress) => this.report(progress),
    });
    signal.throwIfAborted();
    this.store.setState((now) =>
      now.study.kind === 'running' ? { study: { kind: 'done', study: now.study.study } } : now,
    );
    return null;
  }

  private report(progress: CompareProgress): void {
    this.store.setState((state) => {
      if (state.study.kind !== 'running') return state;
      const { study } = state.study;
      const next: Study =
        progress.kind === 'facts'
          ? { ...study, facts: { ...study.facts, [progress.facts.key]: progress.facts } }
          : { ...study, results: [...study.results, progress.result] };
      return {
        study: { kind: 'running', study: next, current: firstMissing(next) },
        backboneStudies: withStudy(state.backboneStudies, next),
      };
    });
  }

  private pause(reason: Failure): void {
    this.showPaused(reason);
    const { study } = this.store.getState();
    // Where nothing has begun there is no place that shows the reason.
    if (study.kind === 'idle') {
      this.notices.say('error', { part: 'comparison' }, { code: 'failed', failure: reason });
    }
  }

  /** @param reason null where the person wanted it. */
  private showPaused(reason: Failure | null): void {
    this.store.setState((state) => {
      const { study: status } = state;
      if (status.kind !== 'running' && status.kind !== 'queued') return state;
      const { study } = status;
      return { study: study ? { kind: 'paused', study, reason } : { kind: 'idle' } };
    });
  }
}

function isFree(state: AppState): boolean {
  const { training } = state;
  if (training.kind === 'running' || training.kind === 'queued') return false;
  return state.lowShot.kind !== 'running' && isExtracted(state);
}

/**
 * A new study of the images that have their tokens.
 * @param entries those that are ticked, where nothing else is wanted.
 */
export function planStudy(state: AppState, entries?: readonly StudyEntry[]): Study {
  const { classes, images, leftOut } = trainingSet(state);
  const counts = countsByClass({ classes, images });
  const { folds, smallest } = planFolds(
    classes.map(({ id, name }) => ({ label: name, images: counts.get(id) ?? 0 })),
    state.folds,
  );
  const backbone = findBackbone(state.backbones, state.backboneId);
  const remarks: StudyRemark[] = [];
  if (smallest) {
    remarks.push({
      code: 'fewer-folds',
      folds,
      wanted: state.folds,
      smallest: smallest.label,
      images: smallest.images,
    });
  }
  if (leftOut.length > 0) {
    remarks.push({ code: 'left-out', classes: leftOut.map(({ name }) => name) });
  }
  if (state.pixels === 'altered') remarks.push({ code: 'altered-pixels' });
  return {
    entries: entries ?? chosenEntries(state.ticked, backbone.hasCls),
    facts: {},
    results: [],
    folds,
    repeats: state.repeats,
    seed: state.seed,
    recipe: studyEpochs(state.recipe),
    choice: state.settingsChoice,
    backboneId: state.backboneId,
    precision: state.precision,
    classes,
    labels: labelsById(images),
    remarks,
  };
}

/** What is ticked, floors first: they take no time, and what comes after is told against them. */
function chosenEntries(ticked: readonly string[], hasCls: boolean): StudyEntry[] {
  const isFloor = ({ probe }: StudyEntry) => FLOORS.includes(probe.name);
  return studyEntries({ hasCls })
    .filter((entry) => isFloor(entry) || ticked.includes(entry.key))
    .toSorted((a, b) => Number(isFloor(b)) - Number(isFloor(a)));
}

/** The images of the study with the labels that they had when it was planned. */
function requestOf(study: Study, { images }: Pick<AppState, 'images'>): CompareRequest {
  return {
    images: imagesOfStudy(images, study),
    classCount: study.classes.length,
    entries: [...study.entries],
    recipe: study.recipe,
    choice: study.choice,
    seed: study.seed,
    folds: study.folds,
    repeats: study.repeats,
    finished: study.results.map(foldKey),
  };
}

function firstMissing({ entries, results, folds, repeats }: Study) {
  const finished = new Set(results.map(foldKey));
  for (const { key } of entries) {
    for (let fold = 0; fold < folds * repeats; fold++) {
      if (!finished.has(foldKey({ key, fold }))) return { key, fold };
    }
  }
  return null;
}
