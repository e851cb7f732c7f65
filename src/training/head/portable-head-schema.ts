import {
  array,
  boolean,
  finite,
  type GenericSchema,
  instance,
  literal,
  minValue,
  nonEmpty,
  number,
  object,
  picklist,
  pipe,
  record,
  safeInteger,
  string,
} from 'valibot';
import type { LabelledImage } from '../../vocabulary/images';
import { RECIPE_SCHEMA } from '../model/recipe-schema';
import type { RunPlan } from './finished-run';
import { HEAD_FORMAT, type PortableHead } from './portable-head';

const count = pipe(number(), safeInteger(), minValue(0));
const positiveCount = pipe(count, minValue(1));
const duration = pipe(number(), finite(), minValue(0));
const tensors = record(string(), instance(Float32Array));

const images: GenericSchema<unknown, LabelledImage[]> = array(
  object({ id: pipe(string(), nonEmpty()), name: string(), classIndex: count }),
);

const PLAN: GenericSchema<unknown, RunPlan> = object({
  probe: object({ name: string(), options: record(string(), pipe(number(), finite())) }),
  recipe: RECIPE_SCHEMA,
  classCount: positiveCount,
  split: object({ training: images, heldOut: images }),
  seed: count,
  selection: picklist(['best', 'last']),
  snapshots: boolean(),
});

/** A head as plain data; whether its numbers are those of its probe is not looked at. */
export const PORTABLE_HEAD: GenericSchema<unknown, PortableHead> = object({
  format: literal(HEAD_FORMAT),
  plan: PLAN,
  patches: positiveCount,
  width: positiveCount,
  tensors,
  snapshots: array(object({ epoch: count, tensors })),
  chosenEpoch: count,
  epochsRun: count,
  parameters: count,
  milliseconds: duration,
});
