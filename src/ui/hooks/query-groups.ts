import { useMemo } from 'react';
import { groupQueries } from '../../analysis/group-queries';
import { groupColours, type Rgb } from '../../figures/maps/palette';
import { memoiseByKey, memoiseByObject } from '../../numbers/memoise';

import { shownHead } from '../../state/slices/inspector';
import type { MapStatistics } from '../../vocabulary/maps';
import { useAnswer } from './use-answer';
import { useApp, useAppState } from './use-app';
import { useRevision } from './use-revision';

/** Queries that each have a colour of their own; more are told apart by groups. */
export const MOST_COLOURS = 8;
/** The most groups that can be asked for. */
export const MOST_GROUPS = 16;

/** Which queries look at the same places, over all images. */
export interface QueryGroups {
  count: number;
  /** The group of each query, (M); numbered by the first query in it. */
  groupOf: Uint8Array;
  /** The colour of each query, that of its group, (M). */
  colours: readonly Rgb[];
}

/**
 * The groups of a head with more than eight queries, of the head on show where none is named; null
 * for fewer queries, and until all images have been looked at. They are those of the head that was
 * kept, whatever moment of its training is on show, so that a colour means the same throughout.
 */
export function useQueryGroups(queries: number, headId?: string | null): QueryGroups | null {
  const shownId = useAppState((state) => shownHead(state)?.headId ?? null);
  const id = queries > MOST_COLOURS ? (headId ?? shownId) : null;
  const statistics = useSettledStatistics(id);
  const groups = useAppState((state) => state.groups);
  return statistics?.queries === queries ? groupsOf(statistics, groups) : null;
}

/** The statistics of a head as it was chosen; while images come or go, those of before. */
function useSettledStatistics(headId: string | null): MapStatistics | null {
  const revision = useRevision();
  const args = useMemo(
    () => (headId === null ? null : { head: { headId, epoch: null }, revision }),
    [headId, revision],
  );
  const answer = useAnswer(useApp().queries.mapStatistics, args, headId);
  return answer?.kind === 'ready' ? answer.value : null;
}

function groupsOf(statistics: MapStatistics, wanted: number): QueryGroups {
  return groupsByCount(statistics)(Math.min(wanted, MOST_GROUPS, statistics.queries));
}

/** The same object for the same statistics and number: pictures are painted anew when colours change. */
const groupsByCount = memoiseByObject(({ cosine, mean }: MapStatistics) =>
  memoiseByKey((count: number): QueryGroups => {
    const groupOf = groupQueries(cosine, count, mean.entropy);
    return { count, groupOf, colours: groupColours(groupOf, count) };
  }),
);
