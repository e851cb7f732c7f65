import { RadioGroup } from 'radix-ui';
import type { AppState, Middle } from '../../state/slices/types';
import { shotsDone } from '../../study/low-shot/shots-done';
import { foldCount } from '../../study/time-left';
import { useSameData } from '../hooks/use-same-data';
import { useSampled } from '../kit/use-sampled';
import { usePage, useShowMiddle } from '../page/page';
import { HeadsMenu } from '../sees/HeadsMenu';
import './view-bar.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

const VIEWS: readonly Middle[] = ['image', 'query', 'queries', 'comparison'];

/** Switches the middle place, and says through which head it looks. */
export function ViewBar() {
  const page = usePage();
  const showMiddle = useShowMiddle();
  const middle = useAppState((state) => state.middle);
  const words = useWords().app;
  const setQuery = useCommands().setQuery;
  return (
    <div className="view-bar">
      <RadioGroup.Root
        className="segments view-bar__views"
        orientation="horizontal"
        aria-label={words.view}
        value={middle}
        onValueChange={(value) => {
          const view = VIEWS.find((name) => name === value);
          if (!view) return;
          // The query that is shown alone in an image is the one to see in all.
          const { pinned } = page.pointing.getState();
          if (middle === 'image' && view === 'query' && pinned !== null) setQuery(pinned);
          showMiddle(view);
        }}
      >
        {VIEWS.map((name) => (
          <RadioGroup.Item key={name} value={name} className="segment">
            {words.views[name]}
            {name === 'comparison' && <Count />}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {middle !== 'comparison' && <HeadsMenu />}
    </div>
  );
}

/** How far the comparison has come, for whoever looks at something else meanwhile. */
function Count() {
  const count = useSampled(useAppState(useSameData(countOf)), 500);
  if (!count) return null;
  const { done, total } = count;
  return (
    <span className="view-bar__count">
      {done} / {total}
    </span>
  );
}

/** Null while nothing is compared. */
function countOf({ study, lowShot }: AppState): { done: number; total: number } | null {
  if (study.kind === 'running') return foldCount(study.study);
  if (lowShot.kind !== 'running') return null;
  const { done, total } = shotsDone(lowShot.study);
  return { done, total };
}
