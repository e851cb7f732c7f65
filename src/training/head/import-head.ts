import { safeParse } from 'valibot';
import { sizeOf } from '../../graph/value';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';
import type { TokenStore } from '../data/token-store';
import type { HeadShape } from '../model/forward';
import { type HeadLayout, type HeadTensors, headLayout, STANDARDISE } from '../model/head';
import { HeadEvaluator } from './evaluator';
import type { FinishedRun } from './finished-run';
import { PORTABLE_HEAD } from './portable-head-schema';

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
