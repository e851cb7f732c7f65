import { findBackbone } from '../../backbones/catalogue/catalogue';
import { percent } from '../../messages/en/format';
import { importStage, type ProgressStage, switchStage } from '../../messages/en/progress-words';
import { Icon } from '../kit/Icon';
import { useSampled } from '../kit/use-sampled';
import { useOpenBackbones } from '../page/page';
import './backbone-line.css';
import { useAppState } from '../hooks/use-app';

/** What goes on with backbones, in one line for where the dialog is not; nothing most of the time. */
export function BackboneLine() {
  const switching = useSampled(
    useAppState((state) => state.switching),
    250,
  );
  const opened = useSampled(
    useAppState((state) => state.opened),
    250,
  );
  const label = switching.kind === 'idle' ? '' : findBackbone(switching.target.backboneId).label;
  const stage = switchStage(switching, label) ?? importStage(opened);
  if (stage) return <Line stage={stage} />;
  if (switching.kind === 'failed') return <Line failed={`${label} could not be had`} />;
  if (opened.kind === 'question' || opened.kind === 'shown') {
    return <Line waiting={`${opened.name} waits for you`} />;
  }
  return null;
}

type LineProps =
  | { stage: ProgressStage; failed?: never; waiting?: never }
  | { failed: string; stage?: never; waiting?: never }
  | { waiting: string; stage?: never; failed?: never };

function Line({ stage, failed, waiting }: LineProps) {
  return (
    <button
      type="button"
      className="backbone-line"
      data-failed={failed !== undefined || undefined}
      onClick={useOpenBackbones()}
    >
      {failed !== undefined && <Icon name="warning" size={14} />}
      <span className="backbone-line__text">{stage?.doing ?? failed ?? waiting}</span>
      {stage?.share != null && (
        <span className="backbone-line__share tabular">{percent(stage.share)}</span>
      )}
      <span className="backbone-line__show">Show</span>
    </button>
  );
}
