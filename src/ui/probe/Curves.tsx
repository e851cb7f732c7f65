import { type ReactNode, type RefObject, useRef } from 'react';
import type { CurvePoint } from '../../vocabulary/heads';
import { EpochChart } from '../charts/EpochChart';
import { useWords } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { Term } from '../kit/Term';
import { CurveCursor } from './CurveCursor';
import { SaveCurves } from './SaveCurves';

interface CurvesProps {
  curve: readonly CurvePoint[];
  epochs: number;
  /** The epoch whose weights are kept, once that is known. */
  kept: number | null;
}

/** Loss and accuracy by epoch, on the images learned from and on those held out. */
export function Curves({ curve, epochs, kept }: CurvesProps) {
  const {
    probe: { curves: words },
    format: { axisPercent, decimal, percent },
  } = useWords();
  const last = curve.at(-1);
  const heldOut = last?.heldOutAccuracy != null;
  const run = useRun();
  const cursor = run && <CurveCursor run={run} />;
  const loss = useRef<SVGSVGElement>(null);
  const accuracy = useRef<SVGSVGElement>(null);
  return (
    <div className="curves">
      <Chart
        svg={loss}
        title={<Term of="loss">{words.loss}</Term>}
        name={words.lossByEpoch}
        now={
          last && [
            decimal(last.loss, 2),
            last.heldOutLoss === null ? undefined : decimal(last.heldOutLoss, 2),
          ]
        }
        curve={curve}
        epochs={epochs}
        kept={kept}
        cursor={cursor}
        keys={['loss', 'heldOutLoss']}
        domain={[0, 'dataMax']}
        tick={(value) => decimal(value, 1)}
      />
      <Chart
        svg={accuracy}
        title={<Term of="accuracy">{words.accuracy}</Term>}
        name={words.accuracyByEpoch}
        now={
          last && [
            percent(last.trainAccuracy),
            last.heldOutAccuracy === null ? undefined : percent(last.heldOutAccuracy),
          ]
        }
        curve={curve}
        epochs={epochs}
        kept={kept}
        cursor={cursor}
        keys={['trainAccuracy', 'heldOutAccuracy']}
        domain={[0, 1]}
        tick={axisPercent}
      />
      <div className="curves__foot">
        <p className="curves__legend">
          <span className="curves__key curves__key--training">{words.training}</span>
          {heldOut && (
            <span className="curves__key curves__key--held-out">
              <Term of="heldOut">{words.heldOut}</Term>
            </span>
          )}
          {kept !== null && <span className="curves__key curves__key--kept">{words.kept}</span>}
        </p>
        <SaveCurves loss={loss} accuracy={accuracy} heldOut={heldOut} kept={kept} />
      </div>
    </div>
  );
}

interface ChartProps extends CurvesProps {
  svg: RefObject<SVGSVGElement | null>;
  title: ReactNode;
  name: string;
  /** Latest values, training and held out. */
  now: (string | undefined)[] | undefined;
  keys: readonly [training: keyof CurvePoint, heldOut: keyof CurvePoint];
  domain: [number, number | 'dataMax'];
  /** Lies over the plot. */
  cursor: ReactNode;
  tick(value: number): string;
}

function Chart(props: ChartProps) {
  const { svg, title, name, now, curve, epochs, kept, keys, domain, cursor, tick } = props;
  return (
    <figure className="chart">
      <figcaption className="chart__title">
        {title}
        <span className="chart__now tabular">
          {now?.[0]}
          <span className="chart__now--held-out">{now?.[1]}</span>
        </span>
      </figcaption>
      <div className="chart__plot" role="img" aria-label={name}>
        <EpochChart
          svg={svg}
          curve={curve}
          epochs={epochs}
          marked={kept}
          keys={keys}
          domain={domain}
          write={tick}
        />
        {cursor}
      </div>
    </figure>
  );
}
