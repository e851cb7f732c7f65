import { useMemo } from 'react';
import { matrixOrder } from '../../../analysis/matrix-order';
import { count } from '../../../messages/format';
import { surveys } from '../../../state/queries/head-queries';
import { useQueryColours } from '../../hooks/query-colours';
import { MOST_COLOURS, useQueryGroups } from '../../hooks/query-groups';
import { MomentNote } from '../MomentNote';
import { NoQueries } from '../NoQueries';
import { Asking, Failed, Gone } from '../Standing';
import { type Subject, useSubject, useSurvey } from '../use-subject';
import { Complementarity } from './Complementarity';
import { Groups } from './Groups';
import { Matter } from './Matter';
import { Similarity } from './Similarity';
import '../queries.css';
import './all-queries.css';
import type { Survey } from '../../../vocabulary/maps';

/** All queries together: how alike they are, how they divide the images, how much each matters. */
export function AllQueries() {
  const subject = useSubject();
  if (!subject) return <NoQueries />;
  return (
    <section className="queries all-queries" aria-label="All queries">
      <MomentNote />
      <Surveyed subject={subject} />
      <Matter subject={subject} />
    </section>
  );
}

function Surveyed({ subject }: { subject: Subject }) {
  const survey = useSurvey(subject.over);
  if (survey?.kind === 'failed') {
    return (
      <Failed
        what="The images could not be looked at"
        reason={survey.reason}
        onRetry={() => surveys.retry(subject.over)}
      />
    );
  }
  if (survey?.kind !== 'ready') {
    return (
      <div className="all-queries__coming">
        <Asking what="Looking at all images" progress={survey?.progress ?? null} />
      </div>
    );
  }
  return survey.value ? <Divided survey={survey.value} /> : <Gone />;
}

function Divided({ survey }: { survey: Survey }) {
  const { queries, imageIds } = survey;
  const colours = useQueryColours(queries);
  const groups = useQueryGroups(queries);
  const order = useMemo(
    () =>
      groups
        ? matrixOrder(groups.groupOf, survey.cosine)
        : Array.from({ length: queries }, (_, query) => query),
    [groups, survey, queries],
  );
  return (
    <>
      <h2 className="queries__title">
        How {count(queries, 'query', 'queries')} divide{queries === 1 ? 's' : ''}{' '}
        {count(imageIds.length, 'image')}
      </h2>
      {queries > 1 && (
        <Similarity survey={survey} order={order} groups={groups} colours={colours} />
      )}
      {queries > MOST_COLOURS && groups && (
        <Groups groups={groups} order={order} colours={colours} />
      )}
      <Complementarity survey={survey} colours={colours} />
    </>
  );
}
