import type { PaneName } from '../../state/panes';
import type { ImageItem, TrainedRun } from '../../state/slices/types';
import type { Grid } from '../../vocabulary/maps';
import { EvidenceReading } from './evidence/EvidenceReading';
import { NotLinear } from './evidence/NotLinear';
import { useAttribution } from './evidence/use-attribution';
import { NextStep } from './NextStep';
import { Reading } from './Reading';
import { useMapCount } from './stage/use-maps';

interface PaneReadingProps {
  pane?: PaneName;
  image: ImageItem;
  /** The run whose head the pane looks through; null before there is one. */
  run: TrainedRun | null;
  grid: Grid;
}

/** What is read under an image: how a logit adds up, or the weights at a patch, or what is missing. */
export function PaneReading({ pane = 'main', image, run, grid }: PaneReadingProps) {
  const queries = useMapCount(pane, image.id);
  const attribution = useAttribution(pane, image.id);
  if (run && attribution?.kind === 'not-linear') return <NotLinear run={run} />;
  if (run && attribution?.kind === 'evidence') {
    const { evidence } = attribution;
    return <EvidenceReading grid={grid} run={run} evidence={evidence} queries={queries} />;
  }
  if (queries === 0) return <NextStep image={image} run={run} />;
  return <Reading pane={pane} imageId={image.id} queries={queries} grid={grid} />;
}
