import { useMemo } from 'react';
import { findProbe } from '../../../probes/methods/list';
import type { Count } from '../../../state/queries/queries';
import type { Answer } from '../../../state/queries/query-cache';
import type { GridSort } from '../../../state/slices/types';
import { labelledImages } from '../../../study/plan';
import type { Failure } from '../../../vocabulary/failures';
import type { MapStatistics } from '../../../vocabulary/maps';
import { useAnswer } from '../../hooks/use-answer';
import { useApp, useAppState } from '../../hooks/use-app';
import { useRun } from '../../hooks/use-verdicts';
import type { QueriedHead } from '../use-subject';
import type { Ranks } from './order-images';

/** How far the numbers are that images are sorted by; `ranks` null where none are needed. */
export type Sorting =
  | { kind: 'ready'; ranks: Ranks | null }
  | { kind: 'asking'; progress: Count | null }
  | { kind: 'failed'; failure: Failure; retry(): void };

const UNSORTED: Sorting = { kind: 'ready', ranks: null };

/** What the images are sorted by: how concentrated the query's map is, or what it says for their own class. */
export function useSorting(
  sort: GridSort,
  { over, queries }: QueriedHead,
  query: number,
  statistics: Answer<MapStatistics | null, Count> | null,
): Sorting {
  const evidence = useQueryEvidence(sort === 'evidence' ? over : null);
  return useMemo(() => {
    if (sort === 'concentration') {
      return sortingOf(statistics, ({ imageIds, images }) =>
        ranksOf(imageIds, (at) => 1 - (images[at]?.entropy[query] ?? 1)),
      );
    }
    if (sort === 'evidence') {
      return sortingOf(
        evidence.answer,
        ({ imageIds, weights }) => ranksOf(imageIds, (at) => weights[at * queries + query] ?? 0),
        evidence.retry,
      );
    }
    return UNSORTED;
  }, [sort, statistics, evidence, queries, query]);
}

/** Whether this head's logits can be shared out over its queries. */
export function useSharesLogits(): boolean {
  const run = useRun();
  return run !== null && findProbe(run.probe.name).splitsLogits;
}

function useQueryEvidence(over: QueriedHead['over'] | null) {
  const images = useAppState((state) => state.images);
  const run = useRun();
  const args = useMemo(() => {
    if (!over || !run) return null;
    const ready = images.filter(({ status }) => status.kind === 'ready');
    return { ...over, images: labelledImages(ready, run.classes) };
  }, [over, run, images]);
  const { queryEvidences } = useApp().queries;
  const answer = useAnswer(queryEvidences, args);
  return useMemo(
    () => ({ answer, retry: () => args && queryEvidences.retry(args) }),
    [queryEvidences, answer, args],
  );
}

function sortingOf<Value>(
  answer: Answer<Value | null, Count> | null,
  ranks: (value: Value) => Ranks,
  retry: () => void = () => undefined,
): Sorting {
  switch (answer?.kind) {
    case 'ready':
      return answer.value === null ? UNSORTED : { kind: 'ready', ranks: ranks(answer.value) };
    case 'failed':
      return { kind: 'failed', failure: answer.failure, retry };
    default:
      return { kind: 'asking', progress: answer?.progress ?? null };
  }
}

function ranksOf(imageIds: readonly string[], rank: (at: number) => number): Ranks {
  return new Map(imageIds.map((id, at) => [id, rank(at)]));
}
