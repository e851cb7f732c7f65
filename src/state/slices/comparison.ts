import type { StateCreator } from 'zustand/vanilla';
import type { Readiness } from '../derive/readiness';
import { studyReadiness } from './study';
import type { AppState, BackboneChoice, ComparisonSlice } from './types';

/** Queries of the EP that backbones are compared by, where nobody says otherwise. */
const QUERIES = 8;

export const comparisonSlice: StateCreator<AppState, [], [], ComparisonSlice> = (set) => ({
  comparison: { kind: 'idle' },
  backboneStudies: {},
  compareBackbones: (backbones, queries = QUERIES) =>
    set((state) =>
      comparisonReadiness(state, backbones).ready
        ? {
            comparison: {
              kind: 'running',
              step: 'waiting',
              comparison: {
                backbones: homeFirst(backbones, state),
                queries,
                home: { backboneId: state.backboneId, precision: state.precision },
                done: 0,
                failed: [],
              },
            },
          }
        : {},
    ),
  cancelComparison: () =>
    set(({ comparison: status }) =>
      status.kind === 'running'
        ? { comparison: { kind: 'paused', comparison: status.comparison, reason: null } }
        : {},
    ),
  resumeComparison: () =>
    set(({ comparison: status }) =>
      status.kind === 'paused'
        ? { comparison: { kind: 'running', step: 'waiting', comparison: status.comparison } }
        : {},
    ),
});

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

/** The one in use needs no switch, and is what the others are told against. */
function homeFirst(
  backbones: readonly BackboneChoice[],
  { backboneId, precision }: BackboneChoice,
): BackboneChoice[] {
  const isHome = (choice: BackboneChoice) =>
    choice.backboneId === backboneId && choice.precision === precision;
  return backbones.toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)));
}
