import { useState } from 'react';
import type { Importance } from '../../../vocabulary/evidence';
import { useQueryColours } from '../../hooks/query-colours';
import { useAnswer } from '../../hooks/use-answer';
import { useApp, useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { Asking, Failed, Gone } from '../AnswerStatus';
import type { QueriedHead } from '../use-subject';
import { ImportanceTable } from './ImportanceTable';
import { mostImportant } from './importance';

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
        <Rich text={words.queries.importance.title} />
      </h2>
      {cancelled === subject ? (
        <div className="standing">
          <span className="standing__text">{words.queries.importance.cancelled}</span>
          <button type="button" className="button button--small" onClick={() => setCancelled(null)}>
            {words.queries.importance.measure}
          </button>
        </div>
      ) : answer?.kind === 'failed' ? (
        <Failed
          what={words.queries.importance.failed}
          reason={words.failureText(answer.failure)}
          onRetry={() => importances.retry(head)}
        />
      ) : answer?.kind === 'ready' ? (
        <Measured importance={answer.value} queries={queries} />
      ) : (
        <Asking
          what={words.queries.importance.measuring}
          progress={answer?.progress ?? null}
          onCancel={() => setCancelled(subject)}
        />
      )}
    </section>
  );
}

function Measured({ importance, queries }: { importance: Importance | null; queries: number }) {
  const words = useWords().queries.importance;
  const colours = useQueryColours(queries);
  if (!importance) return <Gone />;
  if (importance.total === 0) {
    return <p className="note">{words.noImages}</p>;
  }
  return (
    <>
      <p className="matter__sentence">{words.sentence(importance, mostImportant(importance))}</p>
      <ImportanceTable importance={importance} colours={colours} />
    </>
  );
}
