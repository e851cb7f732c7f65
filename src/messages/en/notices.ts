import type { Notice, NoticeFacts } from '../../vocabulary/notices';
import { failureText } from './failures';
import { pixels } from './format';

type Sentences = { [C in keyof NoticeFacts]: (facts: NoticeFacts[C]) => string };

/** What the page says by itself, as whole sentences: one for every code. */
export const notices: Sentences = {
  failed: ({ failure }) => failureText(failure),

  // images
  'image-scaled-down': (size) => `${pixels(size)}, scaled down.`,
  'image-from-cmyk': () => 'CMYK colours, converted to RGB.',
  'image-depth-reduced': ({ depth }) => `${depth} bits per colour, reduced to 8.`,
  'image-first-frame': () => 'Animated: the first frame is used.',
  'image-from-svg': () => 'Drawn from SVG.',
};

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  // As in `failureText`.
  return (notices[notice.code] as (facts: Notice) => string)(notice);
}
