import type { StateCreator } from 'zustand/vanilla';
import type { AppState, MessagesSlice } from './types';

/** Ids are never used twice, so that a late dismissal can't hit a newer message. */
let lastId = 0;

export const messagesSlice: StateCreator<AppState, [], [], MessagesSlice> = (set) => ({
  messages: [],
  say({ severity, subject, text, action = null }) {
    lastId += 1;
    const message = { id: lastId, severity, subject, text, action };
    set(({ messages }) => ({ messages: [...messages, message] }));
    return message.id;
  },
  dismiss: (id) =>
    set(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) })),
  dismissAll: () => set({ messages: [] }),
});
