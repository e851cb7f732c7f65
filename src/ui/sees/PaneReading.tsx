import type { Grid } from '../../inspect/upsample';
import type { PaneName } from '../../state/panes';
import type { ImageItem, TrainedRun } from '../../state/types';
import { EvidenceReading } from './EvidenceReading';
import { NextStep } from './NextStep';
import { NotLinear } from './NotLinear';
import { Reading } from './Reading';
import { useAccount } from './use-account';
import { useMapCount } from './use-maps';

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
  const account = useAccount(pane, image.id);
  if (run && account?.kind === 'not-linear') return <NotLinear run={run} />;
  if (run && account?.kind === 'evidence') {
    const { evidence } = account;
    return <EvidenceReading grid={grid} run={run} evidence={evidence} queries={queries} />;
  }
  if (queries === 0) return <NextStep image={image} run={run} />;
  return <Reading pane={pane} imageId={image.id} queries={queries} grid={grid} />;
}
