import { lazy, Suspense } from 'react';
import { useAppState } from '../hooks/use-app';
import { useView } from '../page/page';
import type { Middle as MiddleView } from '../page/view';
import { SeesPanel } from '../sees/SeesPanel';
import { ViewBar } from './ViewBar';

// What is seen only after training: it comes with the page, but the page shows without it.
const comparison = import('../compare/ComparePanel');
const ComparePanel = lazy(async () => ({ default: (await comparison).ComparePanel }));
const oneQuery = import('../queries/one/OneQuery');
const OneQuery = lazy(async () => ({ default: (await oneQuery).OneQuery }));
const allQueries = import('../queries/all/AllQueries');
const AllQueries = lazy(async () => ({ default: (await allQueries).AllQueries }));

/** The middle place: an image, a query or all queries through the head on show, or all probes. */
export function MiddlePlace() {
  const empty = useAppState((state) => state.images.length === 0);
  const middle = useView((view) => view.middle);
  if (empty) return <SeesPanel />;
  return (
    <>
      <ViewBar />
      <Suspense>{show(middle)}</Suspense>
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
