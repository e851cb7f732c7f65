import type { Drawing } from '../../figures/maps/opacity';
import type { AppState, Beside, GridChoices, QueryOrder } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { HeadHistory } from '../inspect/head-history';

/** How a person looks at a head. */
export function createInspectorCommands(store: AppStore, heads: HeadHistory) {
  const { setState } = store;
  return {
    setMiddle: (middle: AppState['middle']): void => setState({ middle }),
    setEpoch: (epoch: number | null): void => setState({ epoch }),
    setLayer: (layer: AppState['layer']): void => setState({ layer }),
    setEvidenceClass: (evidenceClassId: string | null): void =>
      setState(({ againstClassId }) => ({
        evidenceClassId,
        // A class is never weighed against itself.
        againstClassId: againstClassId === evidenceClassId ? null : againstClassId,
      })),
    setAgainst: (againstClassId: string | null): void => setState({ againstClassId }),
    setDrawing: (change: Partial<Drawing>): void =>
      setState(({ drawing }) => ({ drawing: { ...drawing, ...change } })),
    setBeside: (beside: Beside | null): void => setState({ beside }),
    setQuery: (query: number): void => setState({ query }),
    setQueryOrder: (queryOrder: QueryOrder): void => setState({ queryOrder }),
    setGrid: (change: Partial<GridChoices>): void =>
      setState(({ grid }) => ({ grid: { ...grid, ...change } })),
    setGroups: (groups: number): void => setState({ groups }),
    /** Shows a head of an earlier run again. */
    showHead: (headId: string): void => heads.showAgain(headId),
  };
}
