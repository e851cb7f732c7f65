import type { Message } from '../state/slices/types';
import type { AppStore } from '../state/store';
import type { Notice, Subject } from '../vocabulary/notices';

export interface Notices {
  /** @returns the message's id; ids are never used twice, so that a late dismissal hits no newer one. */
  say(
    severity: Message['severity'],
    subject: Subject,
    what: Notice,
    action?: Message['action'],
  ): number;
  dismiss(id: number): void;
  dismissAll(): void;
}

/** What the page says by itself. */
export function createNotices(store: AppStore): Notices {
  let lastId = 0;
  const keep = (stays: (message: Message) => boolean) =>
    store.setState((state) => {
      const left = state.messages.filter(stays);
      return left.length === state.messages.length ? state : { messages: left };
    });
  return {
    say(severity, subject, what, action = null) {
      lastId += 1;
      const message = { id: lastId, severity, subject, what, action };
      store.setState(({ messages }) => ({ messages: [...messages, message] }));
      return message.id;
    },
    dismiss: (dismissed) => keep(({ id }) => id !== dismissed),
    dismissAll: () => keep(() => false),
  };
}
