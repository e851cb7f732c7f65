import type { ImageStatus } from '../../state/slices/types';
import { failureText } from './failures';

/** What a thumbnail shows by colour and marks, in words for those who can't see it. */
export function describeState(status: ImageStatus, heldOut: boolean, wrong: boolean): string {
  const words: string[] = [];
  if (status.kind === 'failed') words.push(failureText(status.reason));
  else if (status.kind !== 'ready') words.push('waiting for its tokens');
  if (heldOut) words.push('held out');
  if (wrong) words.push('predicted wrongly');
  return words.join(', ');
}
