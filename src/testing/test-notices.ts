import { noticeText, subjectText } from '../messages/en/notices';
import type { AppStore } from '../state/store';

/** For tests: what the page says by itself at present, as a person reads it. */
export function said(store: AppStore): string[] {
  return store.getState().messages.map(({ subject, what }) => {
    return `${subjectText(subject)} ${noticeText(what)}`;
  });
}
