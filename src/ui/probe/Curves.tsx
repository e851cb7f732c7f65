import { type ReactNode, useRef } from 'react';
import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { CurvePoint } from '../../vocabulary/heads';
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
export default function Curves({ curve, epochs, kept }: CurvesProps) {
  const {
    probe: { curves: words },
    format: { decimal, percent },
  } = useWords();
  const last = curve.at(-1);
  const heldOut = last?.heldOutAccuracy != null;
  const run = useRun();
  const cursor = run && <CurveCursor run={run} />;
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} className="curves">
      <Chart
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
        tick={(value) => percent(value).replace(' ', '\u00a0')}
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
        <SaveCurves charts={root} heldOut={heldOut} kept={kept} />
      </div>
    </div>
  );
}

interface ChartProps extends CurvesProps {
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
  const { title, name, now, curve, epochs, kept, keys, domain, cursor, tick } = props;
  const [training, heldOut] = keys;
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
        <ResponsiveContainer>
          <LineChart
            data={[...curve]}
            margin={{ top: 4, right: 2, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="epoch"
              type="number"
              domain={[0, epochs]}
              ticks={[0, epochs / 2, epochs]}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: 'var(--line)' }}
              height={16}
              tickMargin={2}
            />
            <YAxis
              domain={domain}
              tickCount={3}
              tick={TICK}
              tickFormatter={tick}
              tickLine={false}
              axisLine={false}
              width={44}
            />
            {kept !== null && (
              <ReferenceLine x={kept} stroke="var(--ink-3)" strokeDasharray="2 3" />
            )}
            <Line
              dataKey={training}
              stroke="var(--ink-3)"
              strokeWidth={1.5}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey={heldOut}
              stroke="var(--accent)"
              strokeWidth={1.75}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
        {cursor}
      </div>
    </figure>
  );
}

const TICK = { fill: 'var(--ink-3)', fontSize: 11 };
