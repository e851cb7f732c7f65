import type { Failure, NoFacts } from './failures';
import type { PixelSize } from './images';

/**
 * What the page says by itself, as a code with facts; `messages/` has the words. What failed is said
 * as `Failure`, most often wrapped in one of these that tells what became of it.
 */
export interface NoticeFacts {
  /** Said as it is. */
  failed: { failure: Failure };

  // images: what became of one that was taken
  'image-scaled-down': PixelSize;
  'image-from-cmyk': NoFacts;
  /** It had `depth` bits per colour. */
  'image-depth-reduced': { depth: number };
  /** It is animated. */
  'image-first-frame': NoFacts;
  'image-from-svg': NoFacts;
}

export type NoticeCode = keyof NoticeFacts;

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & Readonly<NoticeFacts[C]>;
}[NoticeCode];
