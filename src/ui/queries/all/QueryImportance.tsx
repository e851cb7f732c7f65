import { useState } from 'react';
import type { Importance } from '../../../vocabulary/evidence';
import { useQueryColours } from '../../hooks/query-colours';
import { useAnswer } from '../../hooks/use-answer';
import { useApp, useWords } from '../../hooks/use-app';
import { Term } from '../../kit/Term';
import { Asking, Failed, Gone } from '../AnswerStatus';
import type { QueriedHead } from '../use-subject';
import { ImportanceTable } from './ImportanceTable';
import { sayImportance } from './importance';

/** How much accuracy hangs on each query: measured while it is shown, unless it was called off. */
export function QueryImportance({ subject: { over, queries } }: { subject: QueriedHead }) {
  const { head } = over;
  // Of another head it is measured again.
  const subject = `${head.headId} ${head.epoch}`;
  const [cancelled, setCancelled] = useState<string | null>(null);
  const { importances } = useApp().queries;
  const words = useWords();
  const answer = useAnswer(importances, cancelled === subject ? null : head);
  return (
    <section className="matter" aria-labelledby="matter-title">
      <h2 className="queries__title" id="matter-title">
        <Term of="importance">How much each query matters</Term>
      </h2>
      {cancelled === subject ? (
        <div className="standing">
          <span className="standing__text">Cancelled.</span>
          <button type="button" className="button button--small" onClick={() => setCancelled(null)}>
            Measure
          </button>
        </div>
      ) : answer?.kind === 'failed' ? (
        <Failed
          what="It could not be measured"
          reason={words.failureText(answer.failure)}
          onRetry={() => importances.retry(head)}
        />
      ) : answer?.kind === 'ready' ? (
        <Measured importance={answer.value} queries={queries} />
      ) : (
        <Asking
          what="Making each query’s map uniform in turn"
          progress={answer?.progress ?? null}
          onCancel={() => setCancelled(subject)}
        />
      )}
    </section>
  );
}

function Measured({ importance, queries }: { importance: Importance | null; queries: number }) {
  const colours = useQueryColours(queries);
  if (!importance) return <Gone />;
  if (importance.total === 0) {
    return <p className="note">There is no image left to measure it on.</p>;
  }
  return (
    <>
      <p className="matter__sentence">{sayImportance(importance)}</p>
      <ImportanceTable importance={importance} colours={colours} />
    </>
  );
}
