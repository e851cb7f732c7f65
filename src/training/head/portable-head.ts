import type { HeadTensors } from '../model/head';
import type { FinishedRun, RunPlan } from './finished-run';
import { bytesOf, type Snapshot } from './snapshots';

/** Raise it with every change of `PortableHead`: what has another number is not read. */
export const HEAD_FORMAT = 1;

/**
 * A head as plain data, which can lie in storage and be used again in another worker. Standardisation
 * and batch norm's statistics are among the tensors.
 */
export interface PortableHead {
  format: number;
  plan: RunPlan;
  /** Of the tokens that it takes. */
  patches: number;
  width: number;
  tensors: HeadTensors;
  /** In rising order, without the chosen epoch's, which is the head itself. */
  snapshots: Snapshot[];
  chosenEpoch: number;
  epochsRun: number;
  parameters: number;
  milliseconds: number;
}

/** A finished run as plain data. Shares its numbers, so it is to be copied before it leaves. */
export function portableHead({
  evaluator: _,
  head,
  snapshots,
  ...facts
}: FinishedRun): PortableHead {
  const { patches, width } = head.shape;
  return {
    format: HEAD_FORMAT,
    patches,
    width,
    ...facts,
    tensors: compact(head.tensors),
    snapshots: snapshots
      .filter(({ epoch }) => epoch !== facts.chosenEpoch)
      .map(({ epoch, tensors }) => ({ epoch, tensors: compact(tensors) })),
  };
}

/** What is moved with a head, instead of being copied. */
export function headBuffers({ tensors, snapshots }: PortableHead): ArrayBufferLike[] {
  const all = [tensors, ...snapshots.map((snapshot) => snapshot.tensors)];
  return [...new Set(all.flatMap((own) => Object.values(own).map(({ buffer }) => buffer)))];
}

/** Memory that its numbers take. */
export function headBytes({ tensors, snapshots }: PortableHead): number {
  return bytesOf([{ tensors }, ...snapshots]);
}

/** A view of a larger buffer would take all of that along. */
function compact(tensors: HeadTensors): HeadTensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [
      name,
      tensor.byteLength === tensor.buffer.byteLength ? tensor : tensor.slice(),
    ]),
  );
}
