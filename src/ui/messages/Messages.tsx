import { useEffect, useState } from 'react';
import type { Message, MessageAction } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { usePage } from '../page/page';
import { groupMessages } from './group';
import './messages.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** What the page has to say, in a corner, until it is dismissed; notes leave by themselves. */
export function Messages() {
  const words = useWords().app.messages;
  const messages = useAppState((state) => state.messages);
  return (
    <div className="messages" role="log" aria-label={words.name}>
      {groupMessages(messages).map((group) =>
        group.kind === 'single' ? (
          <Single key={group.message.id} message={group.message} />
        ) : (
          <Many key="many" messages={group.messages} />
        ),
      )}
    </div>
  );
}

const NOTE_LASTS_MS = 10_000;

function Single({ message }: { message: Message }) {
  const dismiss = useCommands().dismiss;
  const act = useAction();
  const [held, setHeld] = useState(false);
  const { id, severity, subject, what, action } = message;
  const { app, subjectText, noticeText } = useWords();
  const words = app.messages;
  useEffect(() => {
    if (severity !== 'note' || held) return;
    const timer = setTimeout(() => dismiss(id), NOTE_LASTS_MS);
    return () => clearTimeout(timer);
  }, [id, severity, held, dismiss]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a note only keeps it
    <div
      className={`message message--${severity}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {severity === 'error' && <Icon name="warning" />}
      <p className="message__text">
        <bdi className="message__subject">{subjectText(subject)}</bdi> {noticeText(what)}
      </p>
      {action && (
        <button
          type="button"
          className="button button--small"
          onClick={() => {
            act(action);
            dismiss(id);
          }}
        >
          {words.actions[action.kind]}
        </button>
      )}
      <Dismiss onPress={() => dismiss(id)} />
    </div>
  );
}

function useAction(): (action: MessageAction) => void {
  const { undoEdit, retryDevice, takeOver, restoreProject } = useCommands();
  const { filesDialog } = usePage();
  return (action) => {
    switch (action.kind) {
      case 'undo':
        return undoEdit(action.editId);
      case 'retry':
        return retryDevice();
      case 'list':
        return filesDialog.setState({ drop: action.drop });
      case 'take-over':
        return void takeOver(action.projectId);
      case 'restore-project':
        return void restoreProject(action.projectId);
    }
  };
}

function Many({ messages }: { messages: readonly Message[] }) {
  const dismiss = useCommands().dismiss;
  const { app, subjectText, noticeText } = useWords();
  const words = app.messages;
  return (
    <div className="message message--error">
      <Icon name="warning" />
      <details className="message__text">
        <summary className="message__summary">
          <span className="message__subject">{words.many(messages.length)}</span>{' '}
          <span className="message__more">{words.showEach}</span>
        </summary>
        <ul className="message__list">
          {messages.map(({ id, subject, what }) => (
            <li key={id}>
              <bdi className="message__subject">{subjectText(subject)}</bdi> {noticeText(what)}
            </li>
          ))}
        </ul>
      </details>
      <Dismiss
        onPress={() => {
          for (const { id } of messages) dismiss(id);
        }}
      />
    </div>
  );
}

function Dismiss({ onPress }: { onPress(): void }) {
  const words = useWords().app.messages;
  return (
    <button
      type="button"
      className="icon-button icon-button--small"
      aria-label={words.dismiss}
      onClick={onPress}
    >
      <Icon name="close" size={14} />
    </button>
  );
}
