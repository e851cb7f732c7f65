import type { Failure } from './failures';

/**
 * What the page says by itself, as a code with facts; `messages/` has the words. What failed is said
 * as `Failure`, most often wrapped in one of these that tells what became of it.
 */
export interface NoticeFacts {
  /** Said as it is. */
  failed: { failure: Failure };
}

export type NoticeCode = keyof NoticeFacts;

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & Readonly<NoticeFacts[C]>;
}[NoticeCode];
