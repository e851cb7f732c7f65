import { useMemo } from 'react';
import { matrixOrder } from '../../../analysis/matrix-order';
import { useQueryColours } from '../../hooks/query-colours';
import { MOST_COLOURS, useQueryGroups } from '../../hooks/query-groups';
import { useApp, useWords } from '../../hooks/use-app';
import { Asking, Failed, Gone } from '../AnswerStatus';
import { CheckpointNote } from '../CheckpointNote';
import { NoQueries } from '../NoQueries';
import { type QueriedHead, useMapStatistics, useSubject } from '../use-subject';
import { Complementarity } from './Complementarity';
import { Consistency } from './Consistency';
import { Groups } from './Groups';
import { QueryImportance } from './QueryImportance';
import { Similarity } from './Similarity';
import '../queries.css';
import './all-queries.css';
import type { MapStatistics } from '../../../vocabulary/maps';

/** All queries together: how alike they are, how they divide the images, how much each matters. */
export function AllQueries() {
  const words = useWords();
  const subject = useSubject();
  if (!subject) return <NoQueries />;
  return (
    <section className="queries all-queries" aria-label={words.queries.all.label}>
      <CheckpointNote />
      <WithStatistics subject={subject} />
      <QueryImportance subject={subject} />
    </section>
  );
}

function WithStatistics({ subject }: { subject: QueriedHead }) {
  const { mapStatistics } = useApp().queries;
  const words = useWords();
  const statistics = useMapStatistics(subject.over);
  if (statistics?.kind === 'failed') {
    return (
      <Failed
        what={words.queries.status.notLooked}
        reason={words.failureText(statistics.failure)}
        onRetry={() => mapStatistics.retry(subject.over)}
      />
    );
  }
  if (statistics?.kind !== 'ready') {
    return (
      <div className="all-queries__coming">
        <Asking what={words.queries.status.looking} progress={statistics?.progress ?? null} />
      </div>
    );
  }
  return statistics.value ? <Divided statistics={statistics.value} /> : <Gone />;
}

function Divided({ statistics }: { statistics: MapStatistics }) {
  const words = useWords();
  const { queries, imageIds } = statistics;
  const colours = useQueryColours(queries);
  const groups = useQueryGroups(queries);
  const order = useMemo(
    () =>
      groups
        ? matrixOrder(groups.groupOf, statistics.cosine)
        : Array.from({ length: queries }, (_, query) => query),
    [groups, statistics, queries],
  );
  return (
    <>
      <h2 className="queries__title">{words.queries.all.title(queries, imageIds.length)}</h2>
      {queries > 1 && (
        <Similarity statistics={statistics} order={order} groups={groups} colours={colours} />
      )}
      {queries > MOST_COLOURS && groups && (
        <Groups groups={groups} order={order} colours={colours} />
      )}
      {statistics.consistency && (
        <Consistency
          consistency={statistics.consistency}
          images={imageIds.length}
          colours={colours}
        />
      )}
      <Complementarity statistics={statistics} colours={colours} />
    </>
  );
}
