import type { Grid } from '../../inspect/upsample';
import type { PaneName } from '../../state/panes';
import type { ImageItem, TrainedRun } from '../../state/types';
import { NextStep } from './NextStep';
import { Reading } from './Reading';
import { useMapCount } from './use-maps';

interface PaneReadingProps {
  pane: PaneName;
  image: ImageItem;
  run: TrainedRun;
  grid: Grid;
}

/** What is read under one of two places: the weights at a patch. */
export function PaneReading({ pane, image, grid }: PaneReadingProps) {
  const queries = useMapCount(pane, image.id);
  if (queries === 0) return <NextStep image={image} />;
  return <Reading pane={pane} imageId={image.id} queries={queries} grid={grid} />;
}
