import type { OpenedModel } from '../../state/slices/types';
import { useSampled } from '../kit/use-sampled';
import { Command } from './Command';
import { ModelQuestion } from './ModelQuestion';
import { ModelShown } from './ModelShown';
import { StageBar } from './StageBar';
import './opened.css';
import type { Failure } from '../../vocabulary/failures';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** From a file to a backbone: read, asked about, tried with one image, looked at, and taken. */
export function OpenedModelView() {
  const opened = useSampled(
    useAppState((state) => state.opened),
    100,
  );
  const close = useCommands().closeModel;
  const stage = useWords().backbones.importStage(opened);
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
      return <Unusable failure={opened.failure} />;
    default:
      return null;
  }
}

/** What is missing, and what would help. */
function Unusable({ failure }: { failure: Failure }) {
  const close = useCommands().closeModel;
  const words = useWords().backbones.unusable;
  const { text, command } = words.parts(failure);
  return (
    <div className="opened__unusable" role="alert">
      <h3 className="opened__title">{words.title}</h3>
      <p className="opened__sentence">{text}</p>
      {command !== null && (
        <>
          <Command text={command} />
          <p className="note">{words.aboutCommand}</p>
        </>
      )}
      <div className="opened__buttons">
        <button type="button" className="button" onClick={close}>
          {words.back}
        </button>
      </div>
    </div>
  );
}
