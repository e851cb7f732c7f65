import { findBackbone } from '../../backbones/catalogue/catalogue';
import { type WorkerClient, WorkerDied } from '../../bridge/client';
import { countsByClass, isPending } from '../../state/derive/images-of';
import { FLOORS, studyEntries } from '../../state/derive/study-entries';
import { studyEpochs } from '../../state/derive/study-epochs';
import { trainingSet } from '../../state/derive/training-set';
import { agedHeads } from '../../state/slices/inspector';
import type { AppState, Study } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { planFolds, type StudyRemark } from '../../study/plan';
import type { TrainerCalls } from '../../training/api';
import {
  type CompareProgress,
  type CompareRequest,
  foldKey,
  type StudyEntry,
} from '../../training/run/compare-api';
import type { Trainer } from '../workers/trainer';

/** Carries out comparisons and brings what they report into the store. */
export class StudyRuns {
  private under: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly trainer: Trainer,
  ) {
    store.subscribe((state, before) => {
      if (state.study.kind === 'queued') void this.start();
      if (before.study.kind === 'running' && state.study.kind !== 'running') this.under?.abort();
      if (state.openingKey !== null && state.openingKey !== before.openingKey) {
        void this.open(state.openingKey);
      }
      if (state.training.kind === 'running' && state.openedKey !== null) {
        store.setState({ openedKey: null });
      }
    });
  }

  private async start(): Promise<void> {
    if (this.under || !canStart(this.store.getState())) return;
    const controller = new AbortController();
    this.under = controller;
    try {
      const client = await this.trainer.worker.whenReady();
      if (canStart(this.store.getState())) await this.run(client, controller.signal);
    } finally {
      this.under = null;
    }
    if (this.store.getState().study.kind === 'queued') void this.start();
  }

  private async run(client: WorkerClient<TrainerCalls, never>, signal: AbortSignal): Promise<void> {
    const state = this.store.getState();
    const resumed = state.study.kind === 'queued' ? state.study.study : null;
    const study = resumed ?? planStudy(state);
    this.store.setState({
      study: { kind: 'running', study, current: firstMissing(study) },
      ...(resumed ? {} : agedHeads(state)),
    });
    try {
      await client.call('compare', requestOf(study, this.store.getState()), {
        signal,
        onProgress: (progress) => this.report(progress),
      });
      this.settle((finished) => ({ kind: 'done', study: finished }));
    } catch (error) {
      if (signal.aborted) return;
      const reason =
        error instanceof WorkerDied
          ? 'The worker that trains has stopped. What is finished is kept: resume when the tokens are there again.'
          : `The comparison stopped: ${error instanceof Error ? error.message : String(error)}`;
      this.settle((unfinished) => ({ kind: 'paused', study: unfinished, reason }));
    }
  }

  private report(progress: CompareProgress): void {
    this.store.setState(({ study: status }) => {
      if (status.kind !== 'running') return {};
      const { study } = status;
      const next: Study =
        progress.kind === 'facts'
          ? { ...study, facts: { ...study.facts, [progress.facts.key]: progress.facts } }
          : { ...study, results: [...study.results, progress.result] };
      return { study: { kind: 'running', study: next, current: firstMissing(next) } };
    });
  }

  /** Ends the running study, unless it has been cancelled meanwhile. */
  private settle(end: (study: Study) => AppState['study']): void {
    this.store.setState(({ study }) =>
      study.kind === 'running' ? { study: end(study.study) } : {},
    );
  }

  private async open(key: string): Promise<void> {
    const opened = await this.trainer.worker.inUse?.call('openHead', { key }).catch(() => null);
    const { study: status, openingKey, training } = this.store.getState();
    if (openingKey !== key) return;
    this.store.setState({ openingKey: null });
    const study = 'study' in status ? status.study : null;
    const entry = study?.entries.find((candidate) => candidate.key === key);
    if (!study || !entry || training.kind === 'running' || training.kind === 'queued') return;
    if (!opened) {
      this.store.getState().say({
        severity: 'note',
        subject: 'Comparison',
        text: 'This head is gone, with the worker that trained it. Start the comparison anew to look at it.',
      });
      return;
    }
    const { result, curve } = opened;
    this.store.setState({
      openedKey: key,
      training: {
        kind: 'done',
        curve,
        run: {
          probe: entry.probe,
          recipe: study.recipe,
          backboneId: study.backboneId,
          classes: [...study.classes],
          labels: study.labels,
          result,
        },
        predictions: Object.fromEntries(result.predictions.map((one) => [one.imageId, one])),
      },
    });
  }
}

function canStart({ study, training, images, extraction }: AppState): boolean {
  if (study.kind !== 'queued' || training.kind === 'running' || training.kind === 'queued') {
    return false;
  }
  return extraction.kind === 'cancelled' || !images.some(isPending);
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
  const backbone = findBackbone(state.backboneId);
  const remarks: StudyRemark[] = [];
  if (smallest) {
    const { label, images: size } = smallest;
    remarks.push({
      code: 'fewer-folds',
      folds,
      wanted: state.folds,
      smallest: label,
      images: size,
    });
  }
  if (leftOut.length > 0) {
    remarks.push({ code: 'left-out', classes: leftOut.map(({ name }) => name) });
  }
  return {
    entries: entries ?? chosenEntries(state.ticked, backbone.hasCls),
    facts: {},
    results: [],
    folds,
    repeats: state.repeats,
    seed: state.seed,
    recipe: studyEpochs(state.recipe),
    backboneId: state.backboneId,
    precision: state.precision,
    classes,
    labels: Object.fromEntries(images.map(({ id, classId }) => [id, classId])),
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

/** Images that are gone since a study was cancelled are missing from the folds that remain. */
function requestOf(study: Study, { images }: AppState): CompareRequest {
  const rank = new Map(study.classes.map(({ id }, index) => [id, index]));
  return {
    images: images.flatMap(({ id, name }) => {
      const classIndex = rank.get(study.labels[id] ?? '');
      return classIndex === undefined ? [] : [{ id, name, classIndex }];
    }),
    classCount: study.classes.length,
    entries: [...study.entries],
    recipe: study.recipe,
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
