import type { Message } from '../state/slices/types';
import type { AppStore } from '../state/store';
import type { Failure } from '../vocabulary/failures';
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

/** What the page says by itself. The trash is emptied with the message that offers to undo. */
export function createNotices(store: AppStore): Notices {
  let lastId = 0;
  const keep = (stays: (message: Message) => boolean) =>
    store.setState(({ messages, trash }) => {
      const left = messages.filter(stays);
      if (left.length === messages.length) return {};
      const offered = left.some(({ id }) => id === trash?.messageId);
      return { messages: left, trash: offered ? trash : null };
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

// TODO integrator: these two go when the rooms below hand up codes.
export const asFailure = (detail: string): Failure => ({ code: 'unexpected', detail });
export const asNotice = (detail: string): Notice => ({
  code: 'failed',
  failure: asFailure(detail),
});

/** `text` with a full stop, if it ends without. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
