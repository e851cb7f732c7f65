import type { Rgb } from '../../../figures/maps/palette';
import type { PaneName } from '../../../state/panes';
import { useStore } from '../../../state/store';
import { useQueryColours } from '../../hooks/query-colours';
import { runIn } from '../evidence/use-attribution';

/** The colours of a pane's queries: another head beside has groups of its own. */
export function usePaneColours(pane: PaneName, queries: number): readonly Rgb[] {
  const headId = useStore((state) => runIn(pane, state)?.result.headId ?? null);
  return useQueryColours(queries, headId);
}
