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
  safeParse,
  string,
} from 'valibot';
import { sizeOf } from '../../graph/value';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';
import type { LabelledImage } from '../../vocabulary/images';
import type { TokenStore } from '../data/token-store';
import type { HeadShape } from '../model/forward';
import { type HeadLayout, type HeadTensors, headLayout, STANDARDISE } from '../model/head';
import { RECIPE_SCHEMA } from '../model/recipe-schema';
import { HeadEvaluator } from './evaluator';
import type { FinishedRun, RunPlan } from './finished-run';
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

const PORTABLE_HEAD: GenericSchema<unknown, PortableHead> = object({
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

/**
 * The run of a head that was plain data. It answers every question as it did before.
 * @param value a `PortableHead`; anything else is refused, for it may come from storage.
 * @throws `head-damaged`
 */
export function importHead(runtime: Runtime, store: TokenStore, value: unknown): FinishedRun {
  const found = safeParse(PORTABLE_HEAD, value);
  if (!found.success) throw damaged();
  const { format: _, patches, width, tensors: own, snapshots, ...facts } = found.output;
  const { plan, chosenEpoch } = facts;
  const probe = [...PROBES, ...PROBES_WITH_CLS].find(({ name }) => name === plan.probe.name);
  if (!probe) throw damaged();
  const { options } = plan.probe;
  const shape = { probe, options, patches, width, classes: plan.classCount };
  const layout = layoutOf(shape);
  const all = [own, ...snapshots.map((snapshot) => snapshot.tensors)];
  if (!all.every((numbers) => fits(numbers, layout, shape))) throw damaged();
  const { training, heldOut } = plan.split;
  if ([...training, ...heldOut].some(({ classIndex }) => classIndex >= plan.classCount)) {
    throw damaged();
  }
  const others = snapshots.filter(({ epoch }) => epoch !== chosenEpoch);
  return {
    ...facts,
    head: { shape, tensors: own },
    evaluator: new HeadEvaluator(runtime, store, shape, heldOut.length),
    snapshots: [...others, { epoch: chosenEpoch, tensors: own }].toSorted(
      (a, b) => a.epoch - b.epoch,
    ),
  };
}

/** @throws `head-damaged` where no head of this shape can be. */
function layoutOf(shape: Omit<HeadShape, 'batch'>): HeadLayout {
  try {
    return headLayout(shape.probe, shape.options, shape, shape.classes);
  } catch {
    throw damaged();
  }
}

/** Whether a head has every tensor of its layout in its size, and nothing else. */
function fits(
  numbers: HeadTensors,
  { parameters, buffers }: HeadLayout,
  { probe, width }: Pick<HeadShape, 'probe' | 'width'>,
): boolean {
  const sizes = new Map(
    [...parameters, ...buffers].map(({ name, shape }) => [name, sizeOf(shape)]),
  );
  if (!probe.fold && STANDARDISE.mean in numbers) {
    for (const name of Object.values(STANDARDISE)) sizes.set(name, width);
  }
  return (
    Object.keys(numbers).length === sizes.size &&
    [...sizes].every(([name, size]) => numbers[name]?.length === size)
  );
}

function damaged(): AppError {
  return new AppError({ code: 'head-damaged' });
}
