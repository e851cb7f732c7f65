import { findBackbone } from '../../backbones/catalogue/catalogue';
import { switchStage } from '../../messages/en/progress-words';
import type { SwitchFailure, SwitchStatus } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { useSampled } from '../kit/use-sampled';
import { StageBar } from './StageBar';
import './switch-report.css';
import { useAppState, useCommands } from '../hooks/use-app';

/** How far a switch has come, or why it failed and what can be done; and what a reload would lose. */
export function SwitchReport() {
  const switching = useSampled(
    useAppState((state) => state.switching),
    200,
  );
  const memoryOnly = useAppState((state) => state.memoryOnly);
  const opening = useAppState((state) => state.opened.kind !== 'none');
  const cancel = useCommands().cancelDownload;
  const label = switching.kind === 'idle' ? '' : findBackbone(switching.target.backboneId).label;
  const stage = switchStage(switching, label);
  return (
    <div className="switch-report">
      {stage && <StageBar stage={stage} onCancel={cancel} />}
      {switching.kind === 'failed' && <Failed status={switching} />}
      {memoryOnly !== null && !opening && <p className="note switch-report__note">{memoryOnly}</p>}
    </div>
  );
}

/** Where asking again is of no use. */
const FINAL: readonly SwitchFailure[] = ['lost', 'changed'];

function Failed({ status }: { status: Extract<SwitchStatus, { kind: 'failed' }> }) {
  const choose = useCommands().chooseBackbone;
  const trust = useCommands().trustChange;
  const dismiss = useCommands().cancelDownload;
  const { backboneId, precision } = status.target;
  return (
    <div className="switch-report__failed" role="alert">
      <Icon name="warning" />
      <p className="switch-report__reason">{status.text}</p>
      <div className="switch-report__buttons">
        {!FINAL.includes(status.reason) && (
          <button
            type="button"
            className="button button--small"
            onClick={() => choose(backboneId, precision)}
          >
            Ask again
          </button>
        )}
        {status.reason === 'changed' && (
          <button type="button" className="button button--small" onClick={trust}>
            Use the changed file
          </button>
        )}
        <button type="button" className="button button--quiet button--small" onClick={dismiss}>
          Dismiss
        </button>
      </div>
    </div>
  );
}
