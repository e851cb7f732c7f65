import { useCallback, useEffect, useMemo } from 'react';
import type { Grid } from '../../inspect/upsample';
import { type PaneName, panes } from '../../state/panes';
import { Layer } from './layers';
import type { Photo } from './photos';
import { type Draw, useCanvas } from './use-canvas';
import { mapsOf } from './use-maps';

interface QueryMapProps {
  pane: PaneName;
  imageId: string;
  name: string;
  photo: Photo | null;
  query: number;
  grid: Grid;
}

const SCALE = 8;

/** The photo in grey with one query's attention over it, in the query's colour. */
export function QueryMap({ pane, imageId, name, photo, query, grid }: QueryMapProps) {
  const layer = useMemo(() => new Layer(), []);
  const draw = useCallback<Draw>(
    (context, width, height) => {
      if (!photo) return;
      context.drawImage(photo.grey, 0, 0, width, height);
      const maps = mapsOf(pane, imageId);
      if (!maps) return;
      context.drawImage(layer.query(maps, query, grid, SCALE), 0, 0, width, height);
    },
    [pane, imageId, photo, query, grid, layer],
  );
  const { ref, redraw } = useCanvas(draw);
  useEffect(() => panes[pane].maps.subscribe(redraw), [pane, redraw]);
  return <canvas ref={ref} role="img" aria-label={`Query ${query + 1} on ${name}`} />;
}
