import { useShallow } from 'zustand/react/shallow';
import type { ProgressStage } from '../../messages/words';
import { Icon } from '../kit/Icon';
import { useSampled } from '../kit/use-sampled';
import { useOpenBackbones } from '../page/page';
import { labelOfTarget } from './target-label';
import './backbone-line.css';
import { useAppState, useWords } from '../hooks/use-app';

/** What goes on with backbones, in one line for where the dialog is not; nothing most of the time. */
export function BackboneLine() {
  const target = useSampled(
    useAppState(useShallow(({ switching, backbones }) => ({ switching, backbones }))),
    250,
  );
  const { switching } = target;
  const opened = useSampled(
    useAppState((state) => state.opened),
    250,
  );
  const words = useWords().backbones;
  const label = labelOfTarget(target);
  const stage = words.switchStage(switching, label) ?? words.importStage(opened);
  if (stage) return <Line stage={stage} />;
  if (switching.kind === 'failed') return <Line failed={words.failed(label)} />;
  if (opened.kind === 'question' || opened.kind === 'shown') {
    return <Line waiting={words.waits(opened.name)} />;
  }
  return null;
}

type LineProps =
  | { stage: ProgressStage; failed?: never; waiting?: never }
  | { failed: string; stage?: never; waiting?: never }
  | { waiting: string; stage?: never; failed?: never };

function Line({ stage, failed, waiting }: LineProps) {
  const words = useWords().backbones;
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
        <span className="backbone-line__share tabular">{words.share(stage.share)}</span>
      )}
      <span className="backbone-line__show">{words.show}</span>
    </button>
  );
}
