import { Tooltip } from 'radix-ui';
import { useWords } from '../hooks/use-app';
import { HintText } from '../kit/Hint';
import type { DrawnRow } from './drawn-row';
import { multiplyAddsOf } from './multiply-adds';
import { useOpenHead } from './use-open-head';

interface FigurePointProps {
  row: DrawnRow;
  /** Pixels within the figure. */
  x: number;
  y: number;
  onActive(active: boolean): void;
}

/** Over every point of the figure: its numbers on hover or focus, its head on a press. */
export function FigurePoint({ row, x, y, onActive }: FigurePointProps) {
  const { compare, format, probes } = useWords();
  const words = compare.figure;
  const open = useOpenHead();
  const { probe, accuracy, hasHead, milliseconds } = row;
  const parameters = row.facts.parameters.total;
  const multiplyAdds = multiplyAddsOf(row, 'factored');
  return (
    <Tooltip.Root delayDuration={0} onOpenChange={onActive}>
      <Tooltip.Trigger
        className="point"
        style={{ left: x, top: y }}
        aria-label={words.point({ probe, accuracy, parameters, hasHead })}
        onClick={() => hasHead && open(row.key)}
      />
      <HintText>
        <strong className="point__name">{probes.entryName(probe)}</strong>
        <dl className="point__facts">
          <Fact name={words.accuracy}>{words.accuracyValue(accuracy)}</Fact>
          <Fact name={words.right}>{words.rightValue(accuracy)}</Fact>
          <Fact name={words.parameters}>{format.wholeNumber(parameters)}</Fact>
          <Fact name={words.multiplyAdds}>
            {multiplyAdds !== null && format.shortNumber(multiplyAdds)}
          </Fact>
          <Fact name={words.training}>
            {milliseconds !== null && words.trainingValue(milliseconds)}
          </Fact>
        </dl>
        <span className="point__foot">{hasHead ? words.pressPoint : words.nothingLearned}</span>
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
