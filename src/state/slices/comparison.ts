import type { Readiness } from '../derive/readiness';
import { studyReadiness } from './study';
import type { AppState, BackboneChoice, ComparisonSlice } from './types';

export const initialComparison: ComparisonSlice = {
  comparison: { kind: 'idle' },
  backboneStudies: {},
};

/** Whether these backbones can be compared now. */
export function comparisonReadiness(
  state: Parameters<typeof studyReadiness>[0] & Pick<AppState, 'comparison'>,
  backbones: readonly BackboneChoice[],
): Readiness {
  if (state.comparison.kind === 'running') {
    return { ready: false, reason: { code: 'comparison-under-way' } };
  }
  if (backbones.length === 0) return { ready: false, reason: { code: 'no-backbone-chosen' } };
  return studyReadiness(state);
}
