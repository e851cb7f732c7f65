import { useCallback, useEffect, useMemo, useRef } from 'react';
import { USUAL_DRAWING } from '../../inspect/opacity';
import type { Grid } from '../../inspect/upsample';
import { type PaneName, panes } from '../../state/panes';
import { useQueryColours } from '../kit/query-colours';
import { Layer } from './layers';
import type { Photo } from './photos';
import { type Draw, useCanvas } from './use-canvas';
import { mapsOf, useMapCount } from './use-maps';

interface QueryMapProps {
  pane: PaneName;
  imageId: string;
  name: string;
  photo: Photo | null;
  query: number;
  grid: Grid;
}

/** Pixels of the painted layer's longer side: it is shown small, and there are many. */
const SIDE = 112;

/** The photo in grey with one query's attention over it, in the query's colour. */
export function QueryMap({ pane, imageId, name, photo, query, grid }: QueryMapProps) {
  const onPainted = useRef<() => void>(() => undefined);
  const layer = useMemo(() => new Layer(() => onPainted.current(), SIDE), []);
  const colour = useQueryColours(useMapCount(pane, imageId))[query];
  const draw = useCallback<Draw>(
    (context, width, height) => {
      if (!photo) return;
      context.drawImage(photo.grey, 0, 0, width, height);
      const maps = mapsOf(pane, imageId);
      if (!maps || !colour) return;
      const picture = layer.query(maps, query, grid, USUAL_DRAWING, colour);
      context.drawImage(picture, 0, 0, width, height);
    },
    [pane, imageId, photo, query, grid, layer, colour],
  );
  const { ref, redraw } = useCanvas(draw);
  onPainted.current = redraw;
  useEffect(() => panes[pane].maps.subscribe(redraw), [pane, redraw]);
  return <canvas ref={ref} role="img" aria-label={`Query ${query + 1} on ${name}`} />;
}
