import { useCallback } from 'react';
import type { PaneName } from '../../../state/panes';
import type { Grid } from '../../../vocabulary/maps';
import { useWords } from '../../hooks/use-app';
import type { Photo } from '../../page/photo-cache';
import { useDescription } from './use-description';
import { useFigure } from './use-figure';

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

/** The photo in grey with one query's attention or evidence over it. */
export function QueryMap({ pane, imageId, name, photo, query, grid }: QueryMapProps) {
  const words = useWords();
  const queryNow = useCallback(() => query, [query]);
  const { ref } = useFigure({ pane, imageId, photo, grid, side: SIDE, queryNow });
  useDescription(ref, { pane, imageId, grid, query });
  return <canvas ref={ref} role="img" aria-label={words.sees.stage.query(query, name)} />;
}
