import type { BackboneChoice } from '../../backbones/choice';
import type { ProbeChoice } from '../../probes/choice';
import type { AppState } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { Recipe } from '../../training/model/recipe';
import type { SettingsChoice } from '../../training/run/compare-api';
import type { BackboneStudies } from '../runs/backbone-study';
import type { LowShotStudies } from '../runs/low-shot-study';
import type { ProbeStudies } from '../runs/probe-study';
import type { TrainingRuns } from '../runs/training';
import type { Edits } from './history';

export interface TrainingCommandParts {
  store: AppStore;
  edits: Edits;
  training: TrainingRuns;
  probeStudies: ProbeStudies;
  backboneStudies: BackboneStudies;
  lowShotStudies: LowShotStudies;
}

/** What a person trains, and compares. */
export function createTrainingCommands(parts: TrainingCommandParts) {
  const { store, edits, training, probeStudies, backboneStudies, lowShotStudies } = parts;
  const { setState } = store;
  return {
    setProbe: (probe: ProbeChoice): void => void edits.make('set-probe', { probe }),
    setRecipe: (recipe: Recipe): void => void edits.make('set-recipe', { recipe }),
    setSeed: (seed: number): void => void edits.make('set-seed', { seed }),
    setHeldOutShare: (heldOutShare: number): void =>
      void edits.make('set-held-out', { heldOutShare }),
    train: (): void => training.start(),
    stop: (): void => training.stop(),

    setTicked: (ticked: readonly string[]): void => setState({ ticked }),
    setFolds: (folds: number): void => setState({ folds }),
    setRepeats: (repeats: number): void => setState({ repeats }),
    setSettingsChoice: (settingsChoice: SettingsChoice): void => setState({ settingsChoice }),
    startStudy: (): void => probeStudies.start(),
    cancelStudy: (): void => probeStudies.cancel(),
    resumeStudy: (): void => probeStudies.resume(),
    /** Shows a finished entry's head (trained on all folds but the first) in the inspector. */
    openHead: (key: string): Promise<void> => probeStudies.openHead(key),

    setComparing: (comparing: AppState['comparing']): void => setState({ comparing }),
    compareBackbones: (backbones: readonly BackboneChoice[], queries?: number): void =>
      backboneStudies.start(backbones, queries),
    cancelComparison: (): void => backboneStudies.cancel(),
    resumeComparison: (): void => backboneStudies.resume(),

    setShotTicked: (shotTicked: readonly string[]): void => setState({ shotTicked }),
    startLowShot: (): void => lowShotStudies.start(),
    cancelLowShot: (): void => lowShotStudies.cancel(),
    resumeLowShot: (): void => lowShotStudies.resume(),
  };
}
