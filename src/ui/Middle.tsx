import { useStore } from '../state/store';
import { ComparePanel } from './compare/ComparePanel';
import { ViewBar } from './compare/ViewBar';
import { SeesPanel } from './sees/SeesPanel';
import { useView } from './view';

/** The middle place: what the queries see, or the comparison of probes. */
export function Middle() {
  const empty = useStore((state) => state.images.length === 0);
  const middle = useView((view) => view.middle);
  if (empty) return <SeesPanel />;
  return (
    <>
      <ViewBar />
      {middle === 'comparison' ? <ComparePanel /> : <SeesPanel />}
    </>
  );
}
