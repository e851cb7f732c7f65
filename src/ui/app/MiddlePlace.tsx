import { ComparePanel } from '../compare/ComparePanel';
import { useAppState } from '../hooks/use-app';
import { useView } from '../page/page';
import type { Middle as MiddleView } from '../page/view';
import { AllQueries } from '../queries/all/AllQueries';
import { OneQuery } from '../queries/one/OneQuery';
import { SeesPanel } from '../sees/SeesPanel';
import { ViewBar } from './ViewBar';

/** The middle place: an image, a query or all queries through the head on show, or all probes. */
export function MiddlePlace() {
  const empty = useAppState((state) => state.images.length === 0);
  const middle = useView((view) => view.middle);
  if (empty) return <SeesPanel />;
  return (
    <>
      <ViewBar />
      {show(middle)}
    </>
  );
}

function show(middle: MiddleView) {
  switch (middle) {
    case 'image':
      return <SeesPanel />;
    case 'query':
      return <OneQuery />;
    case 'queries':
      return <AllQueries />;
    case 'comparison':
      return <ComparePanel />;
  }
}
