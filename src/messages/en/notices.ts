import type { Notice, NoticeFacts, PartName } from '../../vocabulary/notices';
import { failureText } from './failures';

type Sentences = { [C in keyof NoticeFacts]: (facts: NoticeFacts[C]) => string };

/** What the page says by itself, as whole sentences: one for every code. */
export const notices: Sentences = {
  failed: ({ failure }) => failureText(failure),

  'picture-copied': () => 'paste the picture anywhere.',
};

/** Parts of the page as the subjects of messages, in bold before the sentence. */
export const parts: Record<PartName, string> = {
  backbone: 'Backbone',
  'backbone-worker': 'The backbone',
  'trainer-worker': 'The trainer',
  'own-backbone': 'A backbone of your own',
  images: 'Images',
  training: 'Training',
  comparison: 'Comparison',
  storage: 'Storage',
  picture: 'Picture',
  copied: 'Copied:',
};

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  // As in `failureText`.
  return (notices[notice.code] as (facts: Notice) => string)(notice);
}
