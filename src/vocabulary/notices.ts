import type { Failure } from './failures';

/**
 * What the page says by itself, as a code with facts; `messages/` has the words. What failed is said
 * as `Failure`, most often wrapped in one of these that tells what became of it.
 */
export interface NoticeFacts {
  /** Said as it is. */
  failed: { failure: Failure };

  // backbones
  /** The model in use is in memory only; `again` is what a reload will ask for. */
  'memory-only': { label: string; why: 'disk-full' | 'no-storage'; again: 'fetch' | 'drop' };
  'backbone-only-on-wasm': { label: string; failure: Failure };
  /** A 16-bit variant can't be trusted here. */
  'exact-variant-instead': { label: string; failure: Failure };
  /** `instead`: the label of the backbone that is used now. */
  'last-backbone-unknown': { instead: string };
  'last-backbone-not-here': { instead: string };
  'own-backbone-unreadable': { failure: Failure };
  'backbone-in-use': { wish: 'forget' | 'delete-file' };
  'backbone-not-compared': { failure: Failure };

  // workers
  'worker-gave-up': { part: 'backbone' | 'trainer'; failure: Failure };
  'webgpu-not-started': { failure: Failure };
  /** `next`: where it goes on. */
  'webgpu-failed-on-image': { failure: Failure; next: 'webgpu' | 'wasm' };
  'backbone-failed-on-image': { failure: Failure };
  'image-without-tokens': { failure: Failure };
}

export type NoticeCode = keyof NoticeFacts;

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & Readonly<NoticeFacts[C]>;
}[NoticeCode];
