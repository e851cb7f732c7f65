import { useMemo, useState } from 'react';

import { headIdOf, shownHead } from '../../../state/slices/inspector';
import { expectedMaps } from '../../hooks/expected-maps';
import { useAnswer } from '../../hooks/use-answer';
import { useApp, useAppState } from '../../hooks/use-app';
import { useRevision } from '../../hooks/use-revision';

/** A head at hand whose maps can be measured beside those of the head on show, and what is known of it. */
export function useOtherHead() {
  const kept = useAppState((state) => state.heads);
  const shownId = useAppState((state) => shownHead(state)?.headId);
  const heads = useMemo(
    () => kept.filter((head) => headIdOf(head) !== shownId && expectedMaps(head.run.probe) > 0),
    [kept, shownId],
  );
  const [chosen, choose] = useState('');
  const head = heads.find((candidate) => headIdOf(candidate) === chosen) ?? null;
  const revision = useRevision();
  const headId = head && headIdOf(head);
  const over = useMemo(
    () => (headId === null ? null : { head: { headId, epoch: null }, revision }),
    [headId, revision],
  );
  const { mapStatistics } = useApp().queries;
  const answer = useAnswer(mapStatistics, over);
  return { heads, head, choose, answer, retry: () => over && mapStatistics.retry(over) };
}
