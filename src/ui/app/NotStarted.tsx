import type { Words } from '../../messages/words';
import { failureOf } from '../../vocabulary/failures';
import { Stopped } from './Stopped';

/** Stands in the place of the page where nothing of it could be made. */
export function NotStarted({ error, words }: { error: unknown; words: Words }) {
  const { stopped } = words.app;
  return (
    <Stopped
      sentence={stopped.notStarted(words.failureText(failureOf(error)))}
      words={stopped}
      stop={{ error, componentStack: '', retries: 0 }}
      whole
    />
  );
}
