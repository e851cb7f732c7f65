import type { ReactNode } from 'react';
import { failureOf } from '../../vocabulary/failures';
import { useApp } from '../hooks/use-app';
import { Boundary, type Stop } from './Boundary';
import { Stopped } from './Stopped';
import { saveAll } from './save-all';

/**
 * Keeps a mistake in one place from taking down the page: the others go on, and what works behind
 * the page goes on in any case.
 * @param aside for what belongs to no place of the page: its sentence then stands over all.
 */
export function PlaceBoundary({
  children,
  aside = false,
}: {
  children: ReactNode;
  aside?: boolean;
}) {
  const fallback = (stop: Stop) => <PlaceStopped stop={stop} aside={aside} />;
  return <Boundary fallback={fallback}>{children}</Boundary>;
}

function PlaceStopped({ stop, aside }: { stop: Stop; aside: boolean }) {
  const app = useApp();
  const { words } = app;
  const stopped = (
    <Stopped
      sentence={words.app.stopped.part(words.failureText(failureOf(stop.error)))}
      words={words.app.stopped}
      stop={stop}
      onAgain={stop.again}
      onSave={() => saveAll(app)}
    />
  );
  return aside ? <div className="stopped-aside">{stopped}</div> : stopped;
}
