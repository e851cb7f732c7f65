import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { CaptionFacts } from '../../messages/words';
import type { ProbeChoice } from '../../probes/choice';
import type { AppState, TrainedRun } from '../../state/slices/types';

/** What captions say of the head on show; while it trains, of the run under way. */
export function headFacts(state: AppState, run: TrainedRun | null): Omit<CaptionFacts, 'shown'> {
  const { training, backbones } = state;
  const { probe, recipe, backboneId } = run ?? state;
  return {
    probe,
    recipe,
    backbone: findBackbone(backbones, backboneId).label,
    images: run ? Object.keys(run.labels).length : state.images.length,
    epoch: run ? state.epoch : epochOf(training),
  };
}

function epochOf(training: AppState['training']): number | null {
  return training.kind === 'running' ? (training.curve.at(-1)?.epoch ?? 0) : null;
}

/** "ep-8": a probe in the name of a file. */
export function probeInName({ name, options }: ProbeChoice): string {
  return [name, ...(options.queries === undefined ? [] : [options.queries])].join(' ');
}
