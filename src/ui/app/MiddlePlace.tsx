import { hasComparison } from '../../state/derive/selectors';
import type { Middle as MiddleView } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';
import { late } from '../kit/late';
import { SeesPanel } from '../sees/SeesPanel';
import { ViewBar } from './ViewBar';

// What is seen only after training: it comes with the page, but the page shows without it.
const OneQuery = late(() => import('../queries/one/OneQuery').then((file) => file.OneQuery));
const AllQueries = late(() => import('../queries/all/AllQueries').then((file) => file.AllQueries));
const ComparePanel = late(() =>
  import('../compare/ComparePanel').then((file) => file.ComparePanel),
);

/** The middle place: an image, a query or all queries through the head on show, or all probes. */
export function MiddlePlace() {
  const empty = useAppState((state) => state.images.length === 0);
  const middle = useAppState((state) => state.middle);
  const compared = useAppState(hasComparison);
  // A comparison can be looked at, and cancelled, when its images are gone.
  if (empty && !(compared && middle === 'comparison')) return <SeesPanel />;
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
