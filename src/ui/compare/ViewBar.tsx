import { RadioGroup } from 'radix-ui';
import { entryName } from '../../inspect/entry-name';
import { foldCount } from '../../inspect/time-left';
import { useStore } from '../../state/store';
import { useSampled } from '../kit/use-sampled';
import { showMiddle, useView } from '../view';
import { useStudy } from './use-study';
import './view-bar.css';

/** Switches the middle place, and says whose maps it shows when they come from the comparison. */
export function ViewBar() {
  const middle = useView((view) => view.middle);
  return (
    <div className="view-bar">
      <RadioGroup.Root
        className="segments view-bar__views"
        orientation="horizontal"
        aria-label="View"
        value={middle}
        onValueChange={(value) => showMiddle(value === 'comparison' ? 'comparison' : 'sees')}
      >
        <RadioGroup.Item value="sees" className="segment">
          What it sees
        </RadioGroup.Item>
        <RadioGroup.Item value="comparison" className="segment">
          Comparison
          <Count />
        </RadioGroup.Item>
      </RadioGroup.Root>
      {middle === 'sees' && <Opened />}
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

function Opened() {
  const study = useStudy();
  const key = useStore((state) => state.openedKey);
  const entry = study?.entries.find((candidate) => candidate.key === key);
  if (!entry) return null;
  return (
    <p className="view-bar__opened">
      <strong>{entryName(entry.probe)}</strong> from the comparison, trained without its first fold
    </p>
  );
}
