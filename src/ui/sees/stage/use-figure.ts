import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { PaneName } from '../../../state/panes';
import type { Grid } from '../../../vocabulary/maps';
import { Layer } from '../../canvas/layers';
import { type Draw, useCanvas } from '../../canvas/use-canvas';
import { useApp, useAppState } from '../../hooks/use-app';
import { usePage } from '../../page/page';
import type { Photo } from '../../page/photo-cache';
import { evidenceMaps } from '../evidence/evidence-maps';
import { useMapCount } from './use-maps';
import { usePaneColours } from './use-pane-colours';
import { onShown, shownIn } from './use-shown';

interface Figure {
  pane: PaneName;
  imageId: string;
  photo: Photo | null;
  grid: Grid;
  /** About how many pixels are painted along the longer side. */
  side?: number;
  /** The query that is drawn, null for all in one; the same function as long as it says the same. */
  queryNow(): number | null;
}

/** A canvas with a photo and what a pane shows over it: attention or evidence, of one query or all. */
export function useFigure({ pane, imageId, photo, grid, side, queryNow }: Figure) {
  const app = useApp();
  const { painter } = usePage();
  const onPainted = useRef<() => void>(() => undefined);
  // Two, so that one query can be pointed at without painting all of them anew afterwards.
  const layers = useMemo(() => {
    const again = () => onPainted.current();
    return {
      all: new Layer(painter.paint, again, side),
      one: new Layer(painter.paint, again, side),
    };
  }, [painter, side]);
  const drawing = useAppState((state) => state.drawing);
  const colours = usePaneColours(pane, useMapCount(pane, imageId));
  const draw = useCallback<Draw>(
    (context, width, height) => {
      if (!photo) return;
      const shown = shownIn(app, pane, imageId);
      const below = shown.kind === 'photo' ? photo.colour : photo.grey;
      context.drawImage(below, 0, 0, width, height);
      if (shown.kind === 'photo') return;
      const query = queryNow();
      const picture = () => {
        if (shown.kind === 'attention') {
          const colour = query === null ? undefined : colours[query];
          return query !== null && colour
            ? layers.one.query(shown.maps, query, grid, drawing, colour)
            : layers.all.joint(shown.maps, grid, drawing, colours);
        }
        const { byQuery, total, peak } = evidenceMaps(shown.evidence);
        const part = query === null ? undefined : byQuery[query];
        return part
          ? layers.one.evidence(part, grid, drawing, peak)
          : layers.all.evidence(total, grid, drawing, peak);
      };
      context.drawImage(picture(), 0, 0, width, height);
    },
    [app, pane, imageId, photo, grid, layers, drawing, colours, queryNow],
  );
  const { ref, redraw } = useCanvas(draw);
  onPainted.current = redraw;
  useEffect(() => onShown(app, pane, redraw), [app, pane, redraw]);
  return { ref, redraw };
}
