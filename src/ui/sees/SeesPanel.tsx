import { EmptyState } from '../empty/EmptyState';
import { expectedMaps } from '../hooks/expected-maps';
import { useBackbone } from '../hooks/use-backbone';
import { useRun, useVerdicts } from '../hooks/use-verdicts';
import { ClassBars } from './ClassBars';
import { Filmstrip } from './Filmstrip';
import { ImageTitle } from './ImageTitle';
import { PaneReading } from './PaneReading';
import { ReplayBar } from './replay/ReplayBar';
import { SideBySide } from './SideBySide';
import { Stage } from './stage/Stage';
import { Tools } from './Tools';
import { TokenReading } from './tokens/TokenReading';
import { TokenStage } from './tokens/TokenStage';
import { useBeside } from './use-beside';
import { useImageKeys } from './use-image-keys';
import { useLayer } from './use-layer';
import { usePaneVerdict } from './use-pane-verdict';
import './sees.css';
import { useAppState, useWords } from '../hooks/use-app';

/** The middle of the page: the selected image and what every query looks at in it. */
export function SeesPanel() {
  const words = useWords();
  const restored = useAppState((state) => state.restored);
  const empty = useAppState((state) => state.images.length === 0);
  const image = useAppState((state) =>
    state.images.find((candidate) => candidate.id === state.selectedImageId),
  );
  const backbone = useBackbone();
  const { grid } = backbone;
  const probe = useAppState((state) => state.probe);
  const run = useRun();
  const kept = useVerdicts().get(image?.id ?? '');
  const replayed = useAppState((state) => state.epoch !== null);
  const then = usePaneVerdict('main', run, image?.id ?? '');
  const verdict = (replayed ? then : null) ?? kept;
  const beside = useBeside();
  const layer = useLayer();
  useImageKeys();

  if (!restored) return <div className="sees" />;
  if (empty) return <EmptyState />;
  return (
    <div className="sees">
      {image ? (
        <>
          <ImageTitle image={image} verdict={verdict} />
          <Tools imageId={image.id} />
          {run && beside ? (
            <>
              <SideBySide image={image} run={run} beside={beside} />
              {layer !== 'tokens' && <ReplayBar run={run} />}
            </>
          ) : layer === 'tokens' ? (
            <>
              <TokenStage image={image} grid={grid} />
              <div className="readings">
                <TokenReading image={image} grid={grid} />
              </div>
            </>
          ) : (
            <>
              <Stage image={image} grid={grid} expected={expectedMaps(run?.probe ?? probe)} />
              {run && <ReplayBar run={run} />}
              <div className="readings">
                <PaneReading image={image} run={run} grid={grid} />
                {run && verdict && <ClassBars run={run} verdict={verdict} actual={image.classId} />}
              </div>
            </>
          )}
        </>
      ) : (
        <p className="sees__nothing">{words.sees.chooseImage}</p>
      )}
      <Filmstrip />
    </div>
  );
}
