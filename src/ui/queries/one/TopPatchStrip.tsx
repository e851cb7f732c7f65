import type { Rgb } from '../../../figures/maps/palette';
import type { Count } from '../../../state/queries/queries';
import type { Answer } from '../../../state/queries/query-cache';
import type { MapStatistics } from '../../../vocabulary/maps';
import { useApp, useWords } from '../../hooks/use-app';
import { Asking, Failed, Gone } from '../AnswerStatus';
import type { QueriedHead } from '../use-subject';
import { TopPatches } from './TopPatches';

interface StripProps {
  subject: QueriedHead;
  query: number;
  colour: Rgb;
  statistics: Answer<MapStatistics | null, Count> | null;
}

/** The query's top patches, or how far the look at all images is. */
export function TopPatchStrip(props: StripProps) {
  return (
    <div className="strip">
      <Content {...props} />
    </div>
  );
}

function Content({ subject, query, colour, statistics }: StripProps) {
  const { mapStatistics } = useApp().queries;
  const words = useWords();
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
    return <Asking what={words.queries.status.looking} progress={statistics?.progress ?? null} />;
  }
  if (!statistics.value) return <Gone />;
  return (
    <TopPatches
      query={query}
      patches={statistics.value.topPatches[query] ?? []}
      grid={subject.grid}
      colour={colour}
    />
  );
}
