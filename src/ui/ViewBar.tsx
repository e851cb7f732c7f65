import { RadioGroup } from 'radix-ui';
import { foldCount } from '../inspect/time-left';
import { useStore } from '../state/store';
import { useStudy } from './compare/use-study';
import { useSampled } from './kit/use-sampled';
import { HeadsMenu } from './sees/HeadsMenu';
import { type Middle, showMiddle, useView } from './view';
import './view-bar.css';

const VIEWS: readonly { middle: Middle; label: string }[] = [
  { middle: 'image', label: 'One image' },
  { middle: 'query', label: 'One query' },
  { middle: 'queries', label: 'All queries' },
  { middle: 'comparison', label: 'Comparison' },
];

/** Switches the middle place, and says through which head it looks. */
export function ViewBar() {
  const middle = useView((view) => view.middle);
  return (
    <div className="view-bar">
      <RadioGroup.Root
        className="segments view-bar__views"
        orientation="horizontal"
        aria-label="View"
        value={middle}
        onValueChange={(value) => {
          const view = VIEWS.find(({ middle: name }) => name === value);
          if (view) showMiddle(view.middle);
        }}
      >
        {VIEWS.map(({ middle: name, label }) => (
          <RadioGroup.Item key={name} value={name} className="segment">
            {label}
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
  const running = useStore((state) => state.study.kind === 'running');
  const study = useSampled(useStudy(), 500);
  if (!running || !study) return null;
  const { done, total } = foldCount(study);
  return (
    <span className="view-bar__count">
      {done} / {total}
    </span>
  );
}
