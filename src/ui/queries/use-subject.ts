import { useEffect, useMemo, useRef } from 'react';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { type Count, mapStatistics, type OverImages } from '../../state/queries/head-queries';
import type { Answer } from '../../state/queries/query-cache';
import { shownHead } from '../../state/slices/inspector';
import type { HeadRef } from '../../vocabulary/heads';
import type { Grid, MapStatistics } from '../../vocabulary/maps';
import { expectedMaps } from '../hooks/expected-maps';
import { useAnswer } from '../hooks/use-answer';
import { useAppState } from '../hooks/use-app';
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
  return useMemo(() => {
    if (!over || !run) return null;
    const queries = expectedMaps(run.probe);
    return queries > 0 ? { over, queries, grid: findBackbone(run.backboneId).grid } : null;
  }, [over, run]);
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
  const answer = useAnswer(mapStatistics, over);
  const last = useRef<{ head: HeadRef; answer: NonNullable<typeof answer> } | null>(null);
  useEffect(() => {
    if (over && answer?.kind === 'ready') last.current = { head: over.head, answer };
  }, [over, answer]);
  if (!over || answer?.kind === 'ready' || answer?.kind === 'failed') return answer;
  const known = last.current;
  const same = known?.head.headId === over.head.headId && known.head.epoch === over.head.epoch;
  return same ? known.answer : answer;
}
