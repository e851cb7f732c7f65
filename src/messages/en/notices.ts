import type { Notice, NoticeFacts } from '../../vocabulary/notices';
import { failureText } from './failures';

type Sentences = { [C in keyof NoticeFacts]: (facts: NoticeFacts[C]) => string };

/** What the page says by itself, as whole sentences: one for every code. */
export const notices: Sentences = {
  failed: ({ failure }) => failureText(failure),
};

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  // As in `failureText`.
  return (notices[notice.code] as (facts: Notice) => string)(notice);
}
