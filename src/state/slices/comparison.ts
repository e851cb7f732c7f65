import { studyReadiness } from './study';
import type { AppState, BackboneChoice, ComparisonSlice, Readiness } from './types';

export const initialComparison: ComparisonSlice = {
  comparison: { kind: 'idle' },
  backboneStudies: {},
};

/** Whether these backbones can be compared now, with the sentence that stands beside the button. */
export function comparisonReadiness(
  state: Parameters<typeof studyReadiness>[0] & Pick<AppState, 'comparison'>,
  backbones: readonly BackboneChoice[],
): Readiness {
  if (state.comparison.kind === 'running') {
    return { ready: false, reason: 'A comparison of backbones is under way.' };
  }
  if (backbones.length === 0) return { ready: false, reason: 'Choose at least one backbone.' };
  return studyReadiness(state);
}
