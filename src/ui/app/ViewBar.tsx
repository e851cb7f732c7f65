import { RadioGroup } from 'radix-ui';
import type { Middle } from '../../state/slices/types';
import { foldCount } from '../../study/time-left';
import { useStudy } from '../compare/use-study';
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
  const running = useAppState((state) => state.study.kind === 'running');
  const study = useSampled(useStudy(), 500);
  if (!running || !study) return null;
  const { done, total } = foldCount(study);
  return (
    <span className="view-bar__count">
      {done} / {total}
    </span>
  );
}
