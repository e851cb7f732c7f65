import { parse } from 'valibot';
import { type BackboneChoice, isSameChoice } from '../../backbones/choice';
import { initialComparison } from '../../state/slices/comparison';
import { headIdOf, initialInspector, shownHead } from '../../state/slices/inspector';
import { initialLowShot } from '../../state/slices/low-shot';
import { initialStudy } from '../../state/slices/study';
import type {
  AppState,
  ComparisonStatus,
  HeadRecord,
  LowShotStatus,
  Study,
  StudyStatus,
} from '../../state/slices/types';
import {
  type StoredHead,
  type StoredHeadRecord,
  type StoredStudies,
  type StoredStudy,
  type StoredView,
  studiesSchema,
  viewSchema,
} from '../../storage/head-schema';
import { headBytes, type PortableHead } from '../../training/head/portable-head';

/*
 * Between the store and what is kept of it. What is under way is kept as far as it has come, and
 * comes back as paused.
 */

/** Parts of the store that are kept as they are, of comparisons and of the view. */
const STUDIES = [
  'study',
  'comparison',
  'backboneStudies',
  'ticked',
  'comparing',
  'folds',
  'repeats',
  'settingsChoice',
  'lowShot',
  'shotTicked',
] as const satisfies readonly (keyof AppState)[];

const VIEW = [
  'middle',
  'layer',
  'evidenceClassId',
  'againstClassId',
  'drawing',
  'query',
  'queryOrder',
  'grid',
  'groups',
] as const satisfies readonly (keyof AppState)[];

export function haveStudiesChanged(state: AppState, before: AppState): boolean {
  return STUDIES.some((key) => state[key] !== before[key]);
}

export function storedHead(
  record: HeadRecord,
  { precision }: Pick<AppState, 'precision'>,
  shownAt: number,
): StoredHead {
  return { ...record, precision, shownAt };
}

/** What the page knows of a head again. @param head with the snapshots that are still there. */
export function headRecord(
  { run, curve, predictions, studyKey }: StoredHeadRecord,
  head: PortableHead,
): HeadRecord {
  const { snapshots, chosenEpoch } = run.result;
  const there = new Set([chosenEpoch, ...head.snapshots.map(({ epoch }) => epoch)]);
  const epochs = snapshots.epochs.filter((epoch) => there.has(epoch));
  const bytes = epochs.length < snapshots.epochs.length ? headBytes(head) : snapshots.bytes;
  const result = { ...run.result, snapshots: { ...snapshots, epochs, bytes } };
  return { run: { ...run, result }, curve, predictions, studyKey };
}

/** Whether the head takes the tokens of the backbone in use. */
export function isOfBackbone(
  { run: { backboneId }, precision }: StoredHeadRecord,
  choice: BackboneChoice,
): boolean {
  return isSameChoice({ backboneId, precision }, choice);
}

export function storedStudies(state: AppState): StoredStudies {
  const { study, comparison, backboneStudies } = state;
  const { ticked, comparing, folds, repeats, settingsChoice } = state;
  const { lowShot, shotTicked } = state;
  return {
    study: storedStudy(study),
    comparison: storedComparison(comparison),
    backboneStudies,
    ticked,
    comparing,
    folds,
    repeats,
    settingsChoice,
    lowShot: storedLowShot(lowShot),
    shotTicked,
  };
}

function storedStudy(status: StudyStatus): StoredStudies['study'] {
  if (status.kind === 'idle' || status.study === null) return null;
  return { study: status.study, whole: status.kind === 'done' };
}

function storedLowShot(status: LowShotStatus): StoredStudies['lowShot'] {
  if (status.kind === 'idle' || status.study === null) return null;
  return { study: status.study, whole: status.kind === 'done' };
}

function storedComparison(status: ComparisonStatus): StoredStudies['comparison'] {
  if (status.kind === 'idle') return null;
  const { backbones, queries, home, done } = status.comparison;
  return {
    comparison: { backbones, queries, home, done },
    whole: status.kind === 'done',
    away: status.kind === 'running',
  };
}

/** The slices of comparisons as they were. @param choice the backbone in use. */
export function studiesOf(stored: unknown, choice: BackboneChoice) {
  const { study, comparison, lowShot, ...rest } = parse(
    studiesSchema({
      study: null,
      comparison: null,
      backboneStudies: initialComparison.backboneStudies,
      ticked: initialStudy.ticked,
      comparing: initialComparison.comparing,
      folds: initialStudy.folds,
      repeats: initialStudy.repeats,
      settingsChoice: initialStudy.settingsChoice,
      lowShot: null,
      shotTicked: initialLowShot.shotTicked,
    }),
    stored,
  );
  return {
    ...rest,
    lowShot: lowShot ? lowShotStatus(lowShot) : initialLowShot.lowShot,
    study: study && isSameChoice(study.study, choice) ? studyStatus(study) : null,
    comparison: comparison && comparisonStatus(comparison),
    /** The backbone that a comparison had left, and not come back to. */
    home: comparison?.away ? comparison.comparison.home : null,
  };
}

function studyStatus({ study, whole }: { study: StoredStudy; whole: boolean }): StudyStatus {
  const known: Study = study;
  return whole ? { kind: 'done', study: known } : { kind: 'paused', study: known, reason: null };
}

function lowShotStatus({ study, whole }: NonNullable<StoredStudies['lowShot']>): LowShotStatus {
  return whole ? { kind: 'done', study } : { kind: 'paused', study, reason: null };
}

function comparisonStatus({
  comparison,
  whole,
}: NonNullable<StoredStudies['comparison']>): ComparisonStatus {
  const known = { ...comparison, failed: [] };
  return whole
    ? { kind: 'done', comparison: known }
    : { kind: 'paused', comparison: known, reason: null };
}

/** The view as it was. */
export function viewOf(stored: unknown): StoredView {
  return parse(viewSchema({ ...viewPart(initialInspector), look: null, underWay: null }), stored);
}

/** @param look that of the last head on show, where there is none now. */
export function storedView(state: AppState, look: StoredView['look']): StoredView {
  return { ...viewPart(state), look, underWay: underWay(state) };
}

/** The store without anything that was made, as a project begins. */
export function withoutWork() {
  return {
    ...viewPart(initialInspector),
    ...initialStudy,
    ...initialComparison,
    ...initialLowShot,
  };
}

/** How a person looks at a project, heads aside. */
function viewPart(state: Pick<AppState, (typeof VIEW)[number]>) {
  const { middle, layer, evidenceClassId, againstClassId, drawing } = state;
  const { query, queryOrder, grid, groups } = state;
  return {
    ...{ middle, layer, evidenceClassId, againstClassId, drawing },
    ...{ query, queryOrder, grid, groups },
  };
}

/** Those of `parts` that are in the state as a project begins with them. */
export function untouched<T extends Partial<ReturnType<typeof withoutWork>>>(
  parts: T,
  state: AppState,
): Partial<T> {
  const initial: Partial<AppState> = withoutWork();
  const keys = Object.keys(parts) as (keyof T & keyof AppState)[];
  return Object.fromEntries(
    keys.filter((key) => state[key] === initial[key]).map((key) => [key, parts[key]]),
  ) as Partial<T>;
}

/** Whether the view has changed, and not just how far a run has come. */
export function hasViewChanged(state: AppState, before: AppState): boolean {
  return (
    VIEW.some((key) => state[key] !== before[key]) ||
    state.epoch !== before.epoch ||
    state.beside !== before.beside ||
    state.training.kind !== before.training.kind
  );
}

/** Whether a run is under way, or about to begin. */
export function isUnderWay({ training }: Pick<AppState, 'training'>): boolean {
  return training.kind === 'queued' || training.kind === 'running';
}

function underWay({ training, recipe }: AppState): StoredView['underWay'] {
  if (training.kind === 'queued') return { epoch: 0, epochs: recipe.epochs };
  if (training.kind !== 'running') return null;
  return { epoch: training.curve.at(-1)?.epoch ?? 0, epochs: training.epochs };
}

/** How the head on show is looked at; null while there is none. */
export function lookOf(state: AppState): StoredView['look'] {
  const shown = shownHead(state);
  // A head that is not at hand went with its worker, and takes nothing with it that it is known by.
  if (!shown || !state.heads.some((head) => headIdOf(head) === shown.headId)) return null;
  return { ...shown, beside: state.beside };
}
