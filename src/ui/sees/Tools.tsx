import { useRun } from '../use-verdicts';
import { BesideMenu } from './BesideMenu';
import { DrawingMenu } from './DrawingMenu';
import { EvidencePickers } from './EvidencePickers';
import { LayerSwitch } from './LayerSwitch';
import { useLayer } from './use-layer';
import './tools.css';

/** What is drawn over the photo, and how. */
export function Tools({ imageId }: { imageId: string }) {
  const run = useRun();
  const layer = useLayer();
  return (
    <div className="tools">
      <LayerSwitch />
      {run && layer === 'evidence' && <EvidencePickers run={run} imageId={imageId} />}
      <DrawingMenu />
      <BesideMenu imageId={imageId} />
    </div>
  );
}
