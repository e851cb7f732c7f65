import { useRun } from '../hooks/use-verdicts';
import { BesideMenu } from './BesideMenu';
import { DrawingMenu } from './DrawingMenu';
import { EvidencePickers } from './evidence/EvidencePickers';
import { useAttribution } from './evidence/use-attribution';
import { LayerSwitch } from './LayerSwitch';
import { useLayer } from './use-layer';
import './tools.css';
import { useAppState } from '../hooks/use-app';

/** What is drawn over the photo, and how. */
export function Tools({ imageId }: { imageId: string }) {
  const run = useRun();
  const layer = useLayer();
  const alone = useAppState((state) => state.beside === null);
  const attribution = useAttribution('main', imageId);
  // Where no head on show splits its logits, there is nothing to choose.
  const pick = layer === 'evidence' && !(alone && attribution?.kind === 'not-linear');
  return (
    <div className="tools">
      <LayerSwitch />
      {run && pick && <EvidencePickers run={run} imageId={imageId} />}
      <DrawingMenu />
      <BesideMenu imageId={imageId} />
    </div>
  );
}
