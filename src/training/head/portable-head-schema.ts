import {
  array,
  boolean,
  type GenericSchema,
  instance,
  literal,
  object,
  picklist,
  record,
  string,
} from 'valibot';
import type { LabelledImage } from '../../vocabulary/images';
import { AMOUNT, COUNT, FINITE, POSITIVE_COUNT, TEXT } from '../../vocabulary/schema-parts';
import { RECIPE_SCHEMA } from '../model/recipe-schema';
import type { RunPlan } from './finished-run';
import { HEAD_FORMAT, type PortableHead } from './portable-head';

const tensors = record(string(), instance(Float32Array));

const images: GenericSchema<unknown, LabelledImage[]> = array(
  object({ id: TEXT, name: string(), classIndex: COUNT }),
);

const PLAN: GenericSchema<unknown, RunPlan> = object({
  probe: object({ name: string(), options: record(string(), FINITE) }),
  recipe: RECIPE_SCHEMA,
  classCount: POSITIVE_COUNT,
  split: object({ training: images, heldOut: images }),
  seed: COUNT,
  selection: picklist(['best', 'last']),
  snapshots: boolean(),
});

/** A head as plain data; whether its numbers are those of its probe is not looked at. */
export const PORTABLE_HEAD: GenericSchema<unknown, PortableHead> = object({
  format: literal(HEAD_FORMAT),
  plan: PLAN,
  patches: POSITIVE_COUNT,
  width: POSITIVE_COUNT,
  tensors,
  snapshots: array(object({ epoch: COUNT, tensors })),
  chosenEpoch: COUNT,
  epochsRun: COUNT,
  parameters: COUNT,
  milliseconds: AMOUNT,
});
