import type { ReactNode } from 'react';
import type { App } from '../../app/create-app';
import { failureOf } from '../../vocabulary/failures';
import { Boundary, type Stop } from './Boundary';
import { Stopped } from './Stopped';
import { saveAll } from './save-all';

/** Around everything: whatever fails outside all places leaves a sentence and ways on, not a white page. */
export function PageBoundary({ app, children }: { app: App; children: ReactNode }) {
  const { words } = app;
  const fallback = (stop: Stop) => (
    <Stopped
      sentence={words.app.stopped.whole(words.failureText(failureOf(stop.error)))}
      words={words.app.stopped}
      stop={stop}
      onAgain={stop.again}
      onSave={() => saveAll(app)}
      whole
    />
  );
  return <Boundary fallback={fallback}>{children}</Boundary>;
}
