import { useMemo } from 'react';
import type { Count, OverImages } from '../../state/queries/queries';
import type { Answer } from '../../state/queries/query-cache';
import { shownHead } from '../../state/slices/inspector';
import type { Grid, MapStatistics } from '../../vocabulary/maps';
import { expectedMaps } from '../hooks/expected-maps';
import { useAnswer } from '../hooks/use-answer';
import { useApp, useAppState } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { useRevision } from '../hooks/use-revision';
import { useRun } from '../hooks/use-verdicts';

/** The head on show, when it has queries. */
export interface QueriedHead {
  over: OverImages;
  queries: number;
  grid: Grid;
}

/** What the views of queries are about; null while there is no head, or none with queries. */
export function useSubject(): QueriedHead | null {
  const over = useOverImages();
  const run = useRun();
  const { grid } = useBackbone(run?.backboneId);
  return useMemo(() => {
    if (!over || !run) return null;
    const queries = expectedMaps(run.probe);
    return queries > 0 ? { over, queries, grid } : null;
  }, [over, run, grid]);
}

/** The head on show over the images as they are; the same object until either changes. */
function useOverImages(): OverImages | null {
  const headId = useAppState((state) => shownHead(state)?.headId ?? null);
  const epoch = useAppState((state) => state.epoch);
  const revision = useRevision();
  return useMemo(
    () => (headId === null ? null : { head: { headId, epoch }, revision }),
    [headId, epoch, revision],
  );
}

/**
 * What all maps of a head have in common, asked for while it is shown; null without a head. While
 * images come or go, what was known of the head before stays.
 */
export function useMapStatistics(
  over: OverImages | null,
): Answer<MapStatistics | null, Count> | null {
  const { mapStatistics } = useApp().queries;
  return useAnswer(mapStatistics, over, over && `${over.head.headId} ${over.head.epoch}`);
}
