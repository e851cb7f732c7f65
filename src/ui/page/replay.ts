import { createStore, type StoreApi } from 'zustand/vanilla';
import { checkpointAfter, checkpointsOf, checkpointToShow } from '../../state/derive/checkpoints';
import type { AppState, TrainedRun } from '../../state/slices/types';

/** Milliseconds that a checkpoint stays on show. */
const PACE = 100;

/** The epoch whose head is on show. */
export function epochOnShow(run: TrainedRun, epoch: number | null): number {
  return epoch ?? run.result.chosenEpoch;
}

/** Plays the training of the head on show, checkpoint after checkpoint. */
export class Replay {
  readonly state: StoreApi<{ playing: boolean }> = createStore(() => ({ playing: false }));
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly now: () => Pick<AppState, 'training' | 'epoch'>,
    private readonly setEpoch: (epoch: number | null) => void,
  ) {}

  /** Shows one checkpoint, and ends the replay. */
  readonly show = (checkpoint: number): void => {
    this.pause();
    const run = this.run();
    if (run) this.go(run, checkpoint);
  };

  /** Goes on from the checkpoint on show; from the first where that is the last, or the chosen head. */
  readonly play = (): void => {
    const run = this.run();
    if (!run) return;
    const checkpoints = checkpointsOf(run.result);
    const { epoch } = this.now();
    const over = epoch === null || checkpointAfter(checkpoints, epoch) === null;
    const first = checkpoints[0];
    if (over && first !== undefined) this.go(run, first);
    this.pause();
    this.timer = setInterval(() => this.step(run), PACE);
    this.state.setState({ playing: true });
  };

  readonly pause = (): void => {
    clearInterval(this.timer);
    this.state.setState({ playing: false });
  };

  private step(run: TrainedRun): void {
    const checkpoints = checkpointsOf(run.result);
    // Another head may be on show meanwhile, or none.
    const same = this.run()?.result.headId === run.result.headId;
    const next = same ? checkpointAfter(checkpoints, epochOnShow(run, this.now().epoch)) : null;
    if (next !== null) this.go(run, next);
    if (next === null || checkpointAfter(checkpoints, next) === null) this.pause();
  }

  private go(run: TrainedRun, checkpoint: number): void {
    this.setEpoch(checkpointToShow(checkpoint, run.result.chosenEpoch));
  }

  private run(): TrainedRun | null {
    const { training } = this.now();
    return training.kind === 'done' ? training.run : null;
  }
}
