import { array, type GenericSchema, object, record, string } from 'valibot';
import type { BackboneChoice } from '../backbones/choice';
import type { ProbeChoice } from '../probes/choice';
import type { Recipe } from '../training/model/recipe';
import type { StudyEntry } from '../training/run/compare-api';
import type { ShotResult } from '../training/run/low-shot-api';
import { AMOUNT, COUNT, POSITIVE_COUNT, TEXT } from '../vocabulary/schema-parts';

/** Probes on few training images, as far as it came. `Remark`: what is known beside its numbers. */
export interface StoredLowShot<Remark> {
  entries: readonly StudyEntry[];
  sizes: readonly number[];
  ceiling: { className: string; images: number };
  results: readonly ShotResult[];
  folds: number;
  repeats: number;
  seed: number;
  recipe: Recipe;
  backboneId: string;
  precision: BackboneChoice['precision'];
  classes: readonly { id: string; name: string }[];
  labels: Readonly<Record<string, string>>;
  remarks: readonly Remark[];
}

/** @param parts shapes that it has in common with other comparisons. */
export function lowShotSchema<Remark>(parts: {
  probe: GenericSchema<unknown, ProbeChoice>;
  recipe: GenericSchema<unknown, Recipe>;
  precision: GenericSchema<unknown, BackboneChoice['precision']>;
  classes: GenericSchema<unknown, { id: string; name: string }[]>;
  remark: GenericSchema<unknown, Remark>;
}): GenericSchema<unknown, StoredLowShot<Remark>> {
  return object({
    entries: array(object({ key: TEXT, probe: parts.probe })),
    sizes: array(POSITIVE_COUNT),
    ceiling: object({ className: string(), images: COUNT }),
    results: array(
      object({
        ...{ key: TEXT, perClass: POSITIVE_COUNT, fold: COUNT },
        ...{ correct: COUNT, total: COUNT, milliseconds: AMOUNT },
      }),
    ),
    folds: POSITIVE_COUNT,
    repeats: POSITIVE_COUNT,
    seed: COUNT,
    recipe: parts.recipe,
    backboneId: TEXT,
    precision: parts.precision,
    classes: parts.classes,
    labels: record(string(), TEXT),
    remarks: array(parts.remark),
  });
}
