import { useState } from 'react';
import { useQueryColours } from '../../hooks/query-colours';
import { useAppState, useWords } from '../../hooks/use-app';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { Rich } from '../../kit/Rich';
import { NARROW, useMedia } from '../../kit/use-media';
import { Asking, Failed } from '../AnswerStatus';
import { NoQueries } from '../NoQueries';
import { type QueriedHead, useMapStatistics, useSubject } from '../use-subject';
import { GreyFilter } from './GreyFilter';
import { GridTools } from './GridTools';
import { ImageGrid } from './ImageGrid';
import { QueryOrderChoice } from './QueryOrderChoice';
import { QueryPicker, useChosenQuery } from './QueryPicker';
import { TopPatchStrip } from './TopPatchStrip';
import { useSharesLogits, useSorting } from './use-sorting';
import '../queries.css';
import './one-query.css';

/** One query on all images: what it looks for, and where it looks in each. */
export function OneQuery() {
  const subject = useSubject();
  return subject ? <Query subject={subject} /> : <NoQueries />;
}

function Query({ subject }: { subject: QueriedHead }) {
  const { queries, over } = subject;
  const words = useWords();
  const query = useChosenQuery(queries);
  const colour = useQueryColours(queries)[query] ?? [128, 128, 128];
  const statistics = useMapStatistics(over);
  const measured = statistics?.kind === 'ready' ? statistics.value : null;
  const consistency = measured?.consistency ?? null;
  const shares = useSharesLogits();
  const wanted = useAppState((state) => state.grid.sort);
  const sort = wanted === 'evidence' && !shares ? 'class' : wanted;
  const sorting = useSorting(sort, subject, query, statistics);
  const narrow = useMedia(NARROW);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  return (
    <section
      ref={setPanel}
      className="queries one-query"
      aria-label={words.queries.onAllImages(query)}
    >
      <GreyFilter />
      <div className="one-query__head">
        <div className="one-query__queries">
          <QueryPicker queries={queries} consistency={consistency} />
          {queries > 1 && <QueryOrderChoice />}
        </div>
        <div className="one-query__what">
          <h2 className="queries__title" style={queryStyle(colour)}>
            <Rich
              text={words.queries.one.title}
              parts={{ query: () => <QueryChip index={query} /> }}
            />
          </h2>
          {queries > 1 && (
            <p className="one-query__consistency">
              <Rich
                text={words.queries.consistency.sentence(
                  consistency?.[query] ?? null,
                  measured?.imageIds.length ?? 0,
                )}
              />
            </p>
          )}
        </div>
      </div>
      <TopPatchStrip subject={subject} query={query} colour={colour} statistics={statistics} />
      <GridTools sort={sort} canShare={shares}>
        {sorting.kind === 'asking' && (
          <Asking what={words.queries.one.sorting} progress={sorting.progress} />
        )}
        {sorting.kind === 'failed' && (
          <Failed
            what={words.queries.one.notSorted}
            reason={words.failureText(sorting.failure)}
            onRetry={sorting.retry}
          />
        )}
      </GridTools>
      <ImageGrid
        subject={subject}
        query={query}
        colour={colour}
        sort={sort}
        ranks={sorting.kind === 'ready' ? sorting.ranks : null}
        // The places scroll as one on a phone.
        scroller={narrow ? (panel?.closest<HTMLElement>('.page__places') ?? null) : panel}
      />
    </section>
  );
}
