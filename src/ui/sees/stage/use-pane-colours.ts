import type { Rgb } from '../../../figures/maps/palette';
import type { PaneName } from '../../../state/panes';
import { useQueryColours } from '../../hooks/query-colours';
import { useAppState } from '../../hooks/use-app';
import { runIn } from '../evidence/use-attribution';

/** The colours of a pane's queries: another head beside has groups of its own. */
export function usePaneColours(pane: PaneName, queries: number): readonly Rgb[] {
  const headId = useAppState((state) => runIn(pane, state)?.result.headId ?? null);
  return useQueryColours(queries, headId);
}
