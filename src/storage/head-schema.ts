import {
  array,
  boolean,
  exactOptional,
  fallback,
  type GenericSchema,
  instance,
  literal,
  nullable,
  number,
  object,
  picklist,
  record,
  string,
  variant,
} from 'valibot';
import { PRECISIONS } from '../backbones/backbone';
import type { BackboneChoice } from '../backbones/choice';
import type { ProbeChoice } from '../probes/choice';
import type { Snapshot } from '../training/head/snapshots';
import type { Recipe } from '../training/model/recipe';
import { RECIPE_SCHEMA, SETTING_SCHEMA } from '../training/model/recipe-schema';
import type {
  Chosen,
  EntryFacts,
  FoldResult,
  SettingsChoice,
  StudyEntry,
} from '../training/run/compare-api';
import type { TrainResult } from '../training/run/train-api';
import type { CurvePoint, Prediction } from '../vocabulary/heads';
import { AMOUNT, COUNT, FINITE, POSITIVE_COUNT, TEXT } from '../vocabulary/schema-parts';
import { lowShotSchema, type StoredLowShot } from './low-shot-schema';

/*
 * Shapes of what was made with a project, as it lies in the browser's storage; see `schema.ts`. A
 * head or a comparison is whole or not there; of the view, each part has its default.
 */

/** A finished run and what it was run with; ids are those of then. */
interface StoredRun {
  probe: ProbeChoice;
  recipe: Recipe;
  backboneId: string;
  classes: { id: string; name: string }[];
  labels: Readonly<Record<string, string>>;
  result: TrainResult;
  onAlteredPixels: boolean;
}

/** What the page knows of a head. */
export interface StoredHead {
  run: StoredRun;
  curve: CurvePoint[];
  predictions: Readonly<Record<string, Prediction>>;
  studyKey: string | null;
  /** Of the backbone whose tokens it takes. */
  precision: BackboneChoice['precision'];
  /** Milliseconds since 1970. */
  shownAt: number;
}

/** A head's record, with what its numbers take. */
export interface StoredHeadRecord extends StoredHead {
  /** Bytes. */
  weights: number;
  /** Bytes; null where they had no room. */
  snapshots: number | null;
}

const PROBE: GenericSchema<unknown, ProbeChoice> = object({
  name: TEXT,
  options: record(string(), FINITE),
});

const CLASSES = array(object({ id: TEXT, name: TEXT }));

const PREDICTION: GenericSchema<unknown, Prediction> = object({
  imageId: TEXT,
  probabilities: array(number()),
});

const SCORE = object({ correct: COUNT, total: COUNT });

const RESULT: GenericSchema<unknown, TrainResult> = object({
  headId: TEXT,
  snapshots: object({ epochs: array(COUNT), bytes: AMOUNT, limit: AMOUNT }),
  chosenEpoch: COUNT,
  chosenByHeldOut: boolean(),
  epochsRun: COUNT,
  stopped: boolean(),
  heldOutIds: array(TEXT),
  heldOut: nullable(SCORE),
  training: SCORE,
  parameters: COUNT,
  mapSimilarity: nullable(number()),
  predictions: array(PREDICTION),
  milliseconds: AMOUNT,
});

export const STORED_HEAD: GenericSchema<unknown, StoredHeadRecord> = object({
  run: object({
    probe: PROBE,
    recipe: RECIPE_SCHEMA,
    backboneId: TEXT,
    classes: CLASSES,
    labels: record(string(), TEXT),
    result: RESULT,
    onAlteredPixels: fallback(boolean(), false),
  }),
  curve: array(
    object({
      epoch: COUNT,
      loss: number(),
      trainAccuracy: number(),
      heldOutLoss: nullable(number()),
      heldOutAccuracy: nullable(number()),
    }),
  ),
  predictions: record(string(), PREDICTION),
  studyKey: nullable(string()),
  precision: picklist(PRECISIONS),
  shownAt: AMOUNT,
  weights: AMOUNT,
  snapshots: nullable(AMOUNT),
});

export const STORED_SNAPSHOTS: GenericSchema<unknown, Snapshot[]> = array(
  object({ epoch: COUNT, tensors: record(string(), instance(Float32Array)) }),
);

/** What was done about small classes when a comparison was planned. */
type StoredRemark =
  | { code: 'fewer-folds'; folds: number; wanted: number; smallest: string; images: number }
  | { code: 'left-out'; classes: readonly string[] }
  | { code: 'altered-pixels' };

/** A comparison of probes as far as it came. */
export interface StoredStudy {
  entries: readonly StudyEntry[];
  facts: Readonly<Record<string, EntryFacts>>;
  results: readonly FoldResult[];
  folds: number;
  repeats: number;
  seed: number;
  recipe: Recipe;
  choice: SettingsChoice;
  backboneId: string;
  precision: BackboneChoice['precision'];
  classes: readonly { id: string; name: string }[];
  labels: Readonly<Record<string, string>>;
  remarks: readonly StoredRemark[];
}

/** A comparison of backbones as far as it came. Why one could not be compared is not kept. */
export interface StoredComparison {
  backbones: readonly BackboneChoice[];
  queries: number;
  home: BackboneChoice;
  done: number;
}

/** All comparisons of a project, and what the next one is to compare. */
export interface StoredStudies {
  /** `whole` where nothing of it was left to do. */
  study: { study: StoredStudy; whole: boolean } | null;
  /** `away`: the backbone of before had not come back yet. */
  comparison: { comparison: StoredComparison; whole: boolean; away: boolean } | null;
  /** By backbone. */
  backboneStudies: Readonly<Record<string, StoredStudy>>;
  ticked: readonly string[];
  comparing: 'probes' | 'backbones' | 'shots';
  folds: number;
  repeats: number;
  settingsChoice: SettingsChoice;
  /** As `study`. */
  lowShot: { study: StoredLowShot<StoredRemark>; whole: boolean } | null;
  shotTicked: readonly string[];
}

const CHOICE: GenericSchema<unknown, BackboneChoice> = object({
  backboneId: TEXT,
  precision: picklist(PRECISIONS),
});

const REMARK: GenericSchema<unknown, StoredRemark> = variant('code', [
  object({
    code: literal('fewer-folds'),
    folds: COUNT,
    wanted: COUNT,
    smallest: string(),
    images: COUNT,
  }),
  object({ code: literal('left-out'), classes: array(string()) }),
  object({ code: literal('altered-pixels') }),
]);

const SETTINGS_CHOICES: readonly SettingsChoice[] = ['inner', 'shared'];

const CHOICE_FACTS = {
  inner: object({ correct: COUNT, total: COUNT, loss: number() }),
  milliseconds: AMOUNT,
};

const CHOSEN: GenericSchema<unknown, Chosen> = variant('kind', [
  object({ kind: literal('recipe'), setting: SETTING_SCHEMA, ...CHOICE_FACTS }),
  object({
    kind: literal('knn'),
    setting: object({ neighbours: POSITIVE_COUNT, temperature: AMOUNT }),
    ...CHOICE_FACTS,
  }),
]);

const STUDY: GenericSchema<unknown, StoredStudy> = object({
  entries: array(object({ key: TEXT, probe: PROBE })),
  facts: record(
    string(),
    object({
      key: TEXT,
      parameters: object({ total: COUNT, pooling: COUNT }),
      multiplyAdds: nullable(object({ factored: AMOUNT, reference: AMOUNT })),
    }),
  ),
  results: array(
    object({
      key: TEXT,
      fold: COUNT,
      correct: COUNT,
      total: COUNT,
      milliseconds: AMOUNT,
      chosen: exactOptional(CHOSEN),
    }),
  ),
  folds: POSITIVE_COUNT,
  repeats: POSITIVE_COUNT,
  seed: COUNT,
  recipe: RECIPE_SCHEMA,
  // Before this could be chosen, the recipe was the same for all.
  choice: fallback(picklist(SETTINGS_CHOICES), 'shared'),
  backboneId: TEXT,
  precision: picklist(PRECISIONS),
  classes: CLASSES,
  labels: record(string(), TEXT),
  remarks: array(REMARK),
});

const LOW_SHOT = lowShotSchema({
  ...{ probe: PROBE, recipe: RECIPE_SCHEMA, precision: picklist(PRECISIONS) },
  ...{ classes: CLASSES, remark: REMARK },
});

/** @param defaults stand in for what is missing or makes no sense. */
export function studiesSchema(defaults: StoredStudies): GenericSchema<unknown, StoredStudies> {
  return fallback(
    object({
      study: fallback(nullable(object({ study: STUDY, whole: boolean() })), null),
      comparison: fallback(
        nullable(
          object({
            comparison: object({
              backbones: array(CHOICE),
              queries: POSITIVE_COUNT,
              home: CHOICE,
              done: COUNT,
            }),
            whole: boolean(),
            away: boolean(),
          }),
        ),
        null,
      ),
      backboneStudies: fallback(record(string(), STUDY), {}),
      ticked: fallback(array(TEXT), defaults.ticked),
      comparing: fallback(picklist(['probes', 'backbones', 'shots']), defaults.comparing),
      folds: fallback(POSITIVE_COUNT, defaults.folds),
      repeats: fallback(POSITIVE_COUNT, defaults.repeats),
      settingsChoice: fallback(picklist(SETTINGS_CHOICES), defaults.settingsChoice),
      lowShot: fallback(nullable(object({ study: LOW_SHOT, whole: boolean() })), null),
      shotTicked: fallback(array(TEXT), defaults.shotTicked),
    }),
    defaults,
  );
}

/** How a person looked at a project. */
export interface StoredView {
  middle: 'image' | 'query' | 'queries' | 'comparison';
  layer: 'attention' | 'evidence' | 'tokens';
  evidenceClassId: string | null;
  againstClassId: string | null;
  drawing: { smooth: boolean; opacity: 'contrast' | 'proportional' | 'winner' };
  query: number;
  queryOrder: 'number' | 'consistency';
  grid: { sort: 'class' | 'concentration' | 'evidence'; classId: string | null };
  groups: number;
  /** At which head, at which moment of its training, and beside what; null for none yet. */
  look: {
    headId: string;
    epoch: number | null;
    beside: { kind: 'image'; imageId: string } | { kind: 'head'; headId: string } | null;
  } | null;
  /** How far a run had come that was under way; `epoch` 0 while it waited. */
  underWay: { epoch: number; epochs: number } | null;
}

/** @param defaults stand in for what is missing or makes no sense. */
export function viewSchema(defaults: StoredView): GenericSchema<unknown, StoredView> {
  return fallback(
    object({
      middle: fallback(picklist(['image', 'query', 'queries', 'comparison']), defaults.middle),
      layer: fallback(picklist(['attention', 'evidence', 'tokens']), defaults.layer),
      evidenceClassId: fallback(nullable(TEXT), null),
      againstClassId: fallback(nullable(TEXT), null),
      drawing: fallback(
        object({
          smooth: boolean(),
          opacity: picklist(['contrast', 'proportional', 'winner']),
        }),
        defaults.drawing,
      ),
      query: fallback(COUNT, defaults.query),
      queryOrder: fallback(picklist(['number', 'consistency']), defaults.queryOrder),
      grid: fallback(
        object({
          sort: picklist(['class', 'concentration', 'evidence']),
          classId: nullable(TEXT),
        }),
        defaults.grid,
      ),
      groups: fallback(POSITIVE_COUNT, defaults.groups),
      look: fallback(
        nullable(
          object({
            headId: TEXT,
            epoch: nullable(COUNT),
            beside: fallback(
              nullable(
                variant('kind', [
                  object({ kind: literal('image'), imageId: TEXT }),
                  object({ kind: literal('head'), headId: TEXT }),
                ]),
              ),
              null,
            ),
          }),
        ),
        null,
      ),
      underWay: fallback(nullable(object({ epoch: COUNT, epochs: POSITIVE_COUNT })), null),
    }),
    defaults,
  );
}
