import type { Family } from '../../backbones/backbone';
import { type Backbone, knownBackbone } from '../../backbones/catalogue/catalogue';
import { ep } from '../../probes/methods/ep';
import { studyEntry } from '../../study/study-entries';
import { studyEpochs } from '../../study/study-epochs';
import { accuracyOf, type Estimate } from '../../study/study-statistics';
import type { StudyEntry } from '../../training/run/compare-api';
import type { AppState, BackboneChoice, Study } from '../slices/types';
import { countsByClass } from './images-of';
import { plannedFolds } from './planned-folds';
import { LEAST_IMAGES } from './readiness';

export const COMPARED = ['knn', 'linear', 'ep'] as const;
/** `linear` reads [CLS] where there is one, else the mean of the patches. */
export type Compared = (typeof COMPARED)[number];

/** A backbone in the chart of several: how the same three probes do on its tokens. */
export interface ComparisonRow extends BackboneChoice {
  label: string;
  family: Family;
  /** Of `linear`: what it reads. */
  linearReads: 'cls' | 'patches';
  /** Null until the first fold is finished. */
  accuracies: Readonly<Record<Compared, Estimate | null>>;
  /** Whether every fold of all three is finished. */
  whole: boolean;
  /** What its numbers no longer rest on: the images and labels of now, or the settings of now. */
  stale: 'images' | 'settings' | null;
}

type Input = Pick<
  AppState,
  | 'classes'
  | 'images'
  | 'folds'
  | 'repeats'
  | 'settingsChoice'
  | 'seed'
  | 'recipe'
  | 'backbones'
  | 'backboneStudies'
>;

/** What has been measured of every backbone, in the order in which they were first measured. */
export function comparisonRows(state: Input, queries: number): ComparisonRow[] {
  return Object.values(state.backboneStudies).flatMap((study) => {
    const backbone = knownBackbone(state.backbones, study.backboneId);
    return backbone ? [rowOf(state, study, backbone, queries)] : [];
  });
}

/** The three entries for one backbone. */
export function comparisonEntries(
  { hasCls, width }: Pick<Backbone, 'hasCls' | 'width'>,
  queries: number,
): Record<Compared, StudyEntry> {
  return {
    knn: studyEntry({ name: 'knn', options: {} }),
    linear: studyEntry({ name: hasCls ? 'linear' : 'gap', options: {} }),
    ep: studyEntry({ name: 'ep', options: { queries: queriesFor(width, queries), dOut: 1 } }),
  };
}

/** Whether a study rests on the images and labels, and on the settings, of now. */
export function staleness(state: Omit<Input, 'backbones' | 'backboneStudies'>, study: Study) {
  if (!isOfImages(state, study.labels)) return 'images';
  const same =
    study.seed === state.seed &&
    study.repeats === state.repeats &&
    study.choice === state.settingsChoice &&
    study.folds === plannedFolds(state).folds &&
    JSON.stringify(study.recipe) === JSON.stringify(studyEpochs(state.recipe));
  return same ? null : 'settings';
}

function rowOf(state: Input, study: Study, backbone: Backbone, queries: number): ComparisonRow {
  const entries = comparisonEntries(backbone, queries);
  const accuracy = (name: Compared) => accuracyOf(study.results, entries[name].key);
  const accuracies = { knn: accuracy('knn'), linear: accuracy('linear'), ep: accuracy('ep') };
  const folds = study.folds * study.repeats;
  return {
    backboneId: study.backboneId,
    precision: study.precision,
    label: backbone.label,
    family: backbone.family,
    linearReads: backbone.hasCls ? 'cls' : 'patches',
    accuracies,
    whole: COMPARED.every((name) => accuracies[name]?.folds === folds),
    stale: staleness(state, study),
  };
}

/** Images that wait for their tokens count: they will have them. */
function isOfImages(
  state: Pick<AppState, 'classes' | 'images'>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const counts = countsByClass(state, ({ status }) => status.kind !== 'failed');
  const taking = state.images.filter(
    ({ status, classId }) => status.kind !== 'failed' && (counts.get(classId) ?? 0) >= LEAST_IMAGES,
  );
  return (
    taking.length === Object.keys(labels).length &&
    taking.every(({ id, classId }) => labels[id] === classId)
  );
}

/** As many queries as wanted, or the next smaller number that divides this width. */
function queriesFor(width: number, wanted: number): number {
  const [queries] = ep.options;
  const possible = queries?.values(width, { dOut: 1 }) ?? [];
  return possible.filter((count) => count <= wanted).at(-1) ?? 1;
}
