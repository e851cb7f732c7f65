import { importStage } from '../../messages/en/progress-words';
import type { OpenedModel } from '../../state/slices/types';
import { useSampled } from '../kit/use-sampled';
import { Command } from './Command';
import { ModelQuestion } from './ModelQuestion';
import { ModelShown } from './ModelShown';
import { StageBar } from './StageBar';
import { splitCommand } from './split-command';
import './opened.css';
import { useAppState, useCommands } from '../hooks/use-app';

/** From a file to a backbone: read, asked about, tried with one image, looked at, and taken. */
export function OpenedModelView() {
  const opened = useSampled(
    useAppState((state) => state.opened),
    100,
  );
  const close = useCommands().closeModel;
  const stage = importStage(opened);
  return (
    <div className="opened">
      {stage ? <StageBar stage={stage} onCancel={close} /> : <Waiting opened={opened} />}
    </div>
  );
}

function Waiting({ opened }: { opened: OpenedModel }) {
  switch (opened.kind) {
    case 'question':
      return <ModelQuestion key={opened.question.about} {...opened} />;
    case 'shown':
      return <ModelShown key={opened.name} model={opened} />;
    case 'unusable':
      return <Unusable sentence={opened.sentence} />;
    default:
      return null;
  }
}

/** What is missing, and what would help. */
function Unusable({ sentence }: { sentence: string }) {
  const close = useCommands().closeModel;
  const { before, command, after } = splitCommand(sentence);
  return (
    <div className="opened__unusable" role="alert">
      <h3 className="opened__title">This file can’t be used</h3>
      <p className="opened__sentence">{before}</p>
      {command !== null && (
        <>
          <Command text={command} />
          <p className="note">
            Run it in a copy of this program, on your own machine, with the name that the model has
            in timm or transformers. {after}
          </p>
        </>
      )}
      <div className="opened__buttons">
        <button type="button" className="button" onClick={close}>
          Back to all backbones
        </button>
      </div>
    </div>
  );
}
