import { create } from 'zustand';
import { momentAfter, momentsOf, momentToShow } from '../../../state/derive/checkpoints';
import type { TrainedRun } from '../../../state/slices/types';
import { useStore } from '../../../state/store';

/** Milliseconds that a moment stays on show. */
const PACE = 100;

/** Whether the training of the head on show is being replayed; nothing that is worth keeping. */
export const useReplay = create<{ playing: boolean }>(() => ({ playing: false }));

let timer: ReturnType<typeof setInterval> | undefined;

/** The epoch whose head is on show. */
export function epochOnShow(run: TrainedRun, epoch: number | null): number {
  return epoch ?? run.result.keptEpoch;
}

/** Shows one moment of the training of the head on show, and ends the replay. */
export function showMoment(moment: number): void {
  pause();
  const run = runOnShow();
  if (run) go(run, moment);
}

/** Goes on from the moment on show; from the first where that is the last, or the kept head. */
export function play(): void {
  const run = runOnShow();
  if (!run) return;
  const moments = momentsOf(run.result);
  const { epoch } = useStore.getState();
  const over = epoch === null || momentAfter(moments, epoch) === null;
  const first = moments[0];
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
  const moments = momentsOf(run.result);
  // Another head may be on show meanwhile, or none.
  const same = runOnShow()?.result.headId === run.result.headId;
  const next = same ? momentAfter(moments, epochOnShow(run, useStore.getState().epoch)) : null;
  if (next !== null) go(run, next);
  if (next === null || momentAfter(moments, next) === null) pause();
}

function go(run: TrainedRun, moment: number): void {
  useStore.getState().setEpoch(momentToShow(moment, run.result.keptEpoch));
}

function runOnShow(): TrainedRun | null {
  const { training } = useStore.getState();
  return training.kind === 'done' ? training.run : null;
}
