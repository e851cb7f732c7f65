import { type ReactNode, useId } from 'react';
import type { PaneName } from '../../state/panes';
import type { ImageItem, TrainedRun } from '../../state/slices/types';
import { expectedMaps } from '../hooks/expected-maps';
import { useWords } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { useRunClasses } from '../hooks/use-verdicts';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';
import { PaneReading } from './PaneReading';
import { Stage } from './stage/Stage';
import { TokenReading } from './tokens/TokenReading';
import { TokenStage } from './tokens/TokenStage';
import { useLayer } from './use-layer';
import { usePaneVerdict } from './use-pane-verdict';

interface SideProps {
  pane: PaneName;
  image: ImageItem;
  run: TrainedRun;
  /** What tells this side from the other. */
  title: ReactNode;
  note?: string;
  /** Left out where it would only repeat the other side's. */
  withVerdict?: boolean;
}

/** One of two places side by side: an image through a head, and what is read there. */
export function Side({ pane, image, run, title, note, withVerdict = true }: SideProps) {
  const backbone = useBackbone(run.backboneId);
  const titleId = useId();
  const tokens = useLayer() === 'tokens';
  return (
    <section className="side" aria-labelledby={titleId}>
      <header className="side__head">
        <h3 id={titleId} className="side__title">
          {title}
        </h3>
        {note && <span className="side__note">{note}</span>}
        {withVerdict && <SideVerdict pane={pane} image={image} run={run} />}
      </header>
      {tokens ? (
        <>
          <TokenStage image={image} grid={backbone.grid} />
          <TokenReading image={image} grid={backbone.grid} />
        </>
      ) : (
        <>
          <Stage
            pane={pane}
            image={image}
            grid={backbone.grid}
            expected={expectedMaps(run.probe)}
          />
          <PaneReading pane={pane} image={image} run={run} grid={backbone.grid} />
        </>
      )}
    </section>
  );
}

function SideVerdict({ pane, image, run }: Pick<SideProps, 'pane' | 'image' | 'run'>) {
  const words = useWords();
  const verdict = usePaneVerdict(pane, run, image.id);
  const classes = useRunClasses(run);
  if (!verdict) return null;
  const right = verdict.classId === image.classId;
  return (
    <span className="side__verdict">
      <Rich
        text={words.sees.title.predicted(verdict.probability)}
        parts={{
          class: () => <bdi>{classes.find(({ id }) => id === verdict.classId)?.name}</bdi>,
        }}
      />
      <span className={`verdict__mark verdict__mark--${right ? 'right' : 'wrong'}`}>
        <Icon name={right ? 'check' : 'close'} size={14} />
        <span className="side__hidden">{words.sees.title[right ? 'right' : 'wrong']}</span>
      </span>
    </span>
  );
}
