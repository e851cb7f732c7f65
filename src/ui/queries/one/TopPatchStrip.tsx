import type { Rgb } from '../../../figures/maps/palette';
import { type Count, surveys } from '../../../state/queries/head-queries';
import type { Answer } from '../../../state/queries/query-cache';
import type { Survey } from '../../../vocabulary/maps';
import { Asking, Failed, Gone } from '../Standing';
import type { Subject } from '../use-subject';
import { TopPatches } from './TopPatches';

interface StripProps {
  subject: Subject;
  query: number;
  colour: Rgb;
  survey: Answer<Survey | null, Count> | null;
}

/** The query's top patches, or how far the look at all images is. */
export function TopPatchStrip(props: StripProps) {
  return (
    <div className="strip">
      <Content {...props} />
    </div>
  );
}

function Content({ subject, query, colour, survey }: StripProps) {
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
    return <Asking what="Looking at all images" progress={survey?.progress ?? null} />;
  }
  if (!survey.value) return <Gone />;
  return (
    <TopPatches
      query={query}
      patches={survey.value.topPatches[query] ?? []}
      grid={subject.grid}
      colour={colour}
    />
  );
}
