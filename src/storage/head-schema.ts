import {
  array,
  boolean,
  fallback,
  finite,
  type GenericSchema,
  instance,
  literal,
  minValue,
  nonEmpty,
  nullable,
  number,
  object,
  picklist,
  pipe,
  record,
  safeInteger,
  string,
  variant,
} from 'valibot';
import { PRECISIONS } from '../backbones/backbone';
import type { BackboneChoice } from '../backbones/choice';
import type { ProbeChoice } from '../probes/choice';
import type { Snapshot } from '../training/head/snapshots';
import type { Recipe } from '../training/model/recipe';
import { RECIPE_SCHEMA } from '../training/model/recipe-schema';
import type { EntryFacts, FoldResult, StudyEntry } from '../training/run/compare-api';
import type { TrainResult } from '../training/run/train-api';
import type { CurvePoint, Prediction } from '../vocabulary/heads';

/*
 * Shapes of what was made with a project, as it lies in the browser's storage; see `schema.ts`. A
 * head or a comparison is whole or not there; of the view, each part has its default.
 */

const text = pipe(string(), nonEmpty());
const amount = pipe(number(), finite(), minValue(0));
const count = pipe(number(), safeInteger(), minValue(0));
const positiveCount = pipe(count, minValue(1));

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
  name: text,
  options: record(string(), pipe(number(), finite())),
});

const CLASSES = array(object({ id: text, name: text }));

const PREDICTION: GenericSchema<unknown, Prediction> = object({
  imageId: text,
  probabilities: array(number()),
});

const SCORE = object({ correct: count, total: count });

const RESULT: GenericSchema<unknown, TrainResult> = object({
  headId: text,
  snapshots: object({ epochs: array(count), bytes: amount, limit: amount }),
  chosenEpoch: count,
  chosenByHeldOut: boolean(),
  epochsRun: count,
  stopped: boolean(),
  heldOutIds: array(text),
  heldOut: nullable(SCORE),
  training: SCORE,
  parameters: count,
  mapSimilarity: nullable(number()),
  predictions: array(PREDICTION),
  milliseconds: amount,
});

export const STORED_HEAD: GenericSchema<unknown, StoredHeadRecord> = object({
  run: object({
    probe: PROBE,
    recipe: RECIPE_SCHEMA,
    backboneId: text,
    classes: CLASSES,
    labels: record(string(), text),
    result: RESULT,
    onAlteredPixels: fallback(boolean(), false),
  }),
  curve: array(
    object({
      epoch: count,
      loss: number(),
      trainAccuracy: number(),
      heldOutLoss: nullable(number()),
      heldOutAccuracy: nullable(number()),
    }),
  ),
  predictions: record(string(), PREDICTION),
  studyKey: nullable(string()),
  precision: picklist(PRECISIONS),
  shownAt: amount,
  weights: amount,
  snapshots: nullable(amount),
});

export const STORED_SNAPSHOTS: GenericSchema<unknown, Snapshot[]> = array(
  object({ epoch: count, tensors: record(string(), instance(Float32Array)) }),
);

/** What was done about small classes when a comparison was planned. */
type StoredRemark =
  | { code: 'fewer-folds'; folds: number; wanted: number; smallest: string; images: number }
  | { code: 'left-out'; classes: readonly string[] };

/** A comparison of probes as far as it came. */
export interface StoredStudy {
  entries: readonly StudyEntry[];
  facts: Readonly<Record<string, EntryFacts>>;
  results: readonly FoldResult[];
  folds: number;
  repeats: number;
  seed: number;
  recipe: Recipe;
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
  comparing: 'probes' | 'backbones';
  folds: number;
  repeats: number;
}

const CHOICE: GenericSchema<unknown, BackboneChoice> = object({
  backboneId: text,
  precision: picklist(PRECISIONS),
});

const REMARK: GenericSchema<unknown, StoredRemark> = variant('code', [
  object({
    code: literal('fewer-folds'),
    folds: count,
    wanted: count,
    smallest: string(),
    images: count,
  }),
  object({ code: literal('left-out'), classes: array(string()) }),
]);

const STUDY: GenericSchema<unknown, StoredStudy> = object({
  entries: array(object({ key: text, probe: PROBE })),
  facts: record(
    string(),
    object({
      key: text,
      parameters: object({ total: count, pooling: count }),
      multiplyAdds: nullable(object({ factored: amount, reference: amount })),
    }),
  ),
  results: array(
    object({ key: text, fold: count, correct: count, total: count, milliseconds: amount }),
  ),
  folds: positiveCount,
  repeats: positiveCount,
  seed: count,
  recipe: RECIPE_SCHEMA,
  backboneId: text,
  precision: picklist(PRECISIONS),
  classes: CLASSES,
  labels: record(string(), text),
  remarks: array(REMARK),
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
              queries: positiveCount,
              home: CHOICE,
              done: count,
            }),
            whole: boolean(),
            away: boolean(),
          }),
        ),
        null,
      ),
      backboneStudies: fallback(record(string(), STUDY), {}),
      ticked: fallback(array(text), defaults.ticked),
      comparing: fallback(picklist(['probes', 'backbones']), defaults.comparing),
      folds: fallback(positiveCount, defaults.folds),
      repeats: fallback(positiveCount, defaults.repeats),
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
      evidenceClassId: fallback(nullable(text), null),
      againstClassId: fallback(nullable(text), null),
      drawing: fallback(
        object({
          smooth: boolean(),
          opacity: picklist(['contrast', 'proportional', 'winner']),
        }),
        defaults.drawing,
      ),
      query: fallback(count, defaults.query),
      groups: fallback(positiveCount, defaults.groups),
      look: fallback(
        nullable(
          object({
            headId: text,
            epoch: nullable(count),
            beside: fallback(
              nullable(
                variant('kind', [
                  object({ kind: literal('image'), imageId: text }),
                  object({ kind: literal('head'), headId: text }),
                ]),
              ),
              null,
            ),
          }),
        ),
        null,
      ),
      underWay: fallback(nullable(object({ epoch: count, epochs: positiveCount })), null),
    }),
    defaults,
  );
}
