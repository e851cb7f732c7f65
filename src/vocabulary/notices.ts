import type { Failure } from './failures';

/**
 * What the page says by itself, as a code with facts; `messages/` has the words. What failed is said
 * as `Failure`, most often wrapped in one of these that tells what became of it.
 */
export interface NoticeFacts {
  /** Said as it is. */
  failed: { failure: Failure };

  // export
  'picture-copied': Record<never, never>;
}

/** A part of the page that a message may be about; `messages/` has its name. */
export type PartName =
  | 'backbone'
  /** The workers, which say so when they stop. */
  | 'backbone-worker'
  | 'trainer-worker'
  | 'own-backbone'
  | 'images'
  | 'training'
  | 'comparison'
  | 'storage'
  | 'picture'
  /** Begins a sentence that goes on with what to do. */
  | 'copied';

export type NoticeCode = keyof NoticeFacts;

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & Readonly<NoticeFacts[C]>;
}[NoticeCode];
