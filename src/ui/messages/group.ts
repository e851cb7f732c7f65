import type { Message } from '../../state/slices/types';

/** Messages that are shown as one line, with the details to unfold. */
export type MessageGroup =
  | { kind: 'single'; message: Message }
  | { kind: 'many'; messages: Message[] };

/** From this many on, errors about single files become one line. */
const MANY = 3;

/** Newest last. Errors without a button of their own are put together when there are many. */
export function groupMessages(messages: readonly Message[]): MessageGroup[] {
  const plain = messages.filter(({ severity, action }) => severity === 'error' && action === null);
  if (plain.length < MANY) return messages.map((message) => ({ kind: 'single', message }));
  const rest = messages.filter((message) => !plain.includes(message));
  return [
    { kind: 'many', messages: plain },
    ...rest.map((message): MessageGroup => ({ kind: 'single', message })),
  ];
}
