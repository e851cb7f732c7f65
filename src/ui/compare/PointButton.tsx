import { Tooltip } from 'radix-ui';
import { count, wholeNumber } from '../../messages/en/format';
import { useWords } from '../hooks/use-app';
import { HintText } from '../kit/Hint';
import type { DrawnRow } from './drawn-row';
import { accuracyNumbers, multiplyAddsInWords, seconds } from './numbers';
import { useOpenHead } from './use-open-head';

interface PointButtonProps {
  row: DrawnRow;
  /** Pixels within the figure. */
  x: number;
  y: number;
  onActive(active: boolean): void;
}

/** Over every point of the figure: its numbers on hover or focus, its head on a press. */
export function PointButton({ row, x, y, onActive }: PointButtonProps) {
  const open = useOpenHead();
  const name = useWords().probes.entryName(row.probe);
  const { accuracy } = row;
  const [mean = '', error = ''] = accuracyNumbers(row) ?? [];
  return (
    <Tooltip.Root delayDuration={0} onOpenChange={onActive}>
      <Tooltip.Trigger
        className="point"
        style={{ left: x, top: y }}
        aria-label={`${name}: held-out accuracy ${mean} ${error}, ${wholeNumber(row.facts.parameters.total)} parameters.${row.hasHead ? ' Shows what it sees.' : ''}`}
        onClick={() => row.hasHead && open(row.key)}
      />
      <HintText>
        <strong className="point__name">{name}</strong>
        <dl className="point__facts">
          <Fact name="Held-out accuracy">
            {mean} {error}
          </Fact>
          <Fact name="Right">
            {accuracy.correct} of {accuracy.total}, {count(accuracy.folds, 'fold')}
          </Fact>
          <Fact name="Parameters">{wholeNumber(row.facts.parameters.total)}</Fact>
          <Fact name="Multiply-adds">{multiplyAddsInWords(row, 'factored')}</Fact>
          <Fact name="Training">
            {row.milliseconds !== null && `${seconds(row.milliseconds)} per fold`}
          </Fact>
        </dl>
        <span className="point__foot">
          {row.hasHead
            ? 'Click to show what it sees'
            : 'Nothing is learned, so nothing can be shown'}
        </span>
      </HintText>
    </Tooltip.Root>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
