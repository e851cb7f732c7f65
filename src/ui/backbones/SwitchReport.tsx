import { useShallow } from 'zustand/react/shallow';
import type { SwitchStatus } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { useSampled } from '../kit/use-sampled';
import { StageBar } from './StageBar';
import { labelOfTarget } from './target-label';
import './switch-report.css';
import type { FailureCode } from '../../vocabulary/failures';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** How far a switch has come, or why it failed and what can be done; and what a reload would lose. */
export function SwitchReport() {
  const target = useSampled(
    useAppState(useShallow(({ switching, backbones }) => ({ switching, backbones }))),
    200,
  );
  const { switching } = target;
  const memoryOnly = useAppState((state) => state.memoryOnly);
  const opening = useAppState((state) => state.opened.kind !== 'none');
  const cancel = useCommands().cancelDownload;
  const words = useWords();
  const stage = words.backbones.switchStage(switching, labelOfTarget(target));
  return (
    <div className="switch-report">
      {stage && <StageBar stage={stage} onCancel={cancel} />}
      {switching.kind === 'failed' && <Failed status={switching} />}
      {memoryOnly !== null && !opening && (
        <p className="note switch-report__note">{words.noticeText(memoryOnly)}</p>
      )}
    </div>
  );
}

/** Where asking again is of no use. */
const FINAL: readonly FailureCode[] = ['own-file-lost', 'model-changed', 'backbone-gone'];

function Failed({ status }: { status: Extract<SwitchStatus, { kind: 'failed' }> }) {
  const choose = useCommands().chooseBackbone;
  const trust = useCommands().trustChange;
  const dismiss = useCommands().cancelDownload;
  const words = useWords();
  const { backboneId, precision } = status.target;
  const { code } = status.failure;
  return (
    <div className="switch-report__failed" role="alert">
      <Icon name="warning" />
      <p className="switch-report__reason">{words.failureText(status.failure)}</p>
      <div className="switch-report__buttons">
        {!FINAL.includes(code) && (
          <button
            type="button"
            className="button button--small"
            onClick={() => choose(backboneId, precision)}
          >
            {words.backbones.askAgain}
          </button>
        )}
        {code === 'model-changed' && (
          <button type="button" className="button button--small" onClick={trust}>
            {words.backbones.useChanged}
          </button>
        )}
        <button type="button" className="button button--quiet button--small" onClick={dismiss}>
          {words.backbones.dismiss}
        </button>
      </div>
    </div>
  );
}
