import { create } from 'zustand';
import {
  checkpointAfter,
  checkpointsOf,
  checkpointToShow,
} from '../../../state/derive/checkpoints';
import type { TrainedRun } from '../../../state/slices/types';
import { useStore } from '../../../state/store';

/** Milliseconds that a moment stays on show. */
const PACE = 100;

/** Whether the training of the head on show is being replayed; nothing that is worth keeping. */
export const useReplay = create<{ playing: boolean }>(() => ({ playing: false }));

let timer: ReturnType<typeof setInterval> | undefined;

/** The epoch whose head is on show. */
export function epochOnShow(run: TrainedRun, epoch: number | null): number {
  return epoch ?? run.result.chosenEpoch;
}

/** Shows one moment of the training of the head on show, and ends the replay. */
export function showCheckpoint(checkpoint: number): void {
  pause();
  const run = runOnShow();
  if (run) go(run, checkpoint);
}

/** Goes on from the moment on show; from the first where that is the last, or the kept head. */
export function play(): void {
  const run = runOnShow();
  if (!run) return;
  const checkpoints = checkpointsOf(run.result);
  const { epoch } = useStore.getState();
  const over = epoch === null || checkpointAfter(checkpoints, epoch) === null;
  const first = checkpoints[0];
  if (over && first !== undefined) go(run, first);
  pause();
  timer = setInterval(() => step(run), PACE);
  useReplay.setState({ playing: true });
}

export function pause(): void {
  clearInterval(timer);
  useReplay.setState({ playing: false });
}

function step(run: TrainedRun): void {
  const checkpoints = checkpointsOf(run.result);
  // Another head may be on show meanwhile, or none.
  const same = runOnShow()?.result.headId === run.result.headId;
  const next = same
    ? checkpointAfter(checkpoints, epochOnShow(run, useStore.getState().epoch))
    : null;
  if (next !== null) go(run, next);
  if (next === null || checkpointAfter(checkpoints, next) === null) pause();
}

function go(run: TrainedRun, checkpoint: number): void {
  useStore.getState().setEpoch(checkpointToShow(checkpoint, run.result.chosenEpoch));
}

function runOnShow(): TrainedRun | null {
  const { training } = useStore.getState();
  return training.kind === 'done' ? training.run : null;
}
