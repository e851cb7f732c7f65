import { memo, useRef, useState } from 'react';
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { accuracyAxis, parameterAxis } from '../../figures/layout/figure-axes';
import { figureSummary } from '../../messages/en/figure-summary';
import { shortNumber } from '../../messages/en/format';
import { percent } from '../../messages/en/in-words';
import type { StudyRow } from '../../study/study-table';
import { Term } from '../kit/Term';
import { ABOVE_AXES, NO_POINTS, TICK } from './chart-parts';
import { FigureMarks } from './FigureMarks';
import { SaveFigure } from './SaveFigure';
import './figure.css';
import type { DrawnRow } from './drawn-row';

/** Held-out accuracy against number of parameters: a point with its interval per entry. */
export default memo(function Figure({ rows }: { rows: readonly StudyRow[] }) {
  const [layer, setLayer] = useState<HTMLDivElement | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  const drawn = rows.filter(isDrawn);
  const across = parameterAxis(drawn.map(({ facts }) => facts.parameters.total));
  const up = accuracyAxis(drawn.map(({ accuracy }) => accuracy));
  return (
    <figure className="figure">
      <figcaption className="figure__title">
        <span>
          <Term of="crossValidated">Held-out accuracy</Term>
        </span>
        <span className="note">± one standard error over the folds</span>
        <SaveFigure figure={picture} />
      </figcaption>
      <div className="figure__plot">
        <div ref={picture} className="figure__picture" role="img" aria-label={figureSummary(drawn)}>
          <ResponsiveContainer>
            <ScatterChart margin={MARGIN} accessibilityLayer={false}>
              <CartesianGrid stroke="var(--line)" vertical={false} />
              <XAxis
                dataKey="x"
                type="number"
                scale="log"
                domain={across.domain}
                ticks={across.zero === null ? across.ticks : [across.zero, ...across.ticks]}
                tickFormatter={(value: number) =>
                  value === across.zero ? '0' : shortNumber(value)
                }
                allowDataOverflow
                tick={TICK}
                tickLine={{ stroke: 'var(--line-strong)' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                height={22}
                tickSize={4}
                interval={0}
              />
              <YAxis
                dataKey="y"
                type="number"
                domain={up.domain}
                ticks={up.ticks}
                tickFormatter={(value: number) => percent(value).replace(' ', '\u00a0')}
                allowDataOverflow
                tick={TICK}
                tickLine={false}
                axisLine={false}
                width={46}
              />
              {drawn
                .filter(({ kind }) => kind === 'floor')
                .map(({ key, accuracy }) => (
                  <ReferenceLine
                    key={key}
                    y={accuracy.mean}
                    stroke="var(--ink-3)"
                    strokeOpacity={0.7}
                    strokeDasharray="2 3"
                  />
                ))}
              <Scatter data={NO_POINTS} isAnimationActive={false} />
              <ZIndexLayer zIndex={ABOVE_AXES}>
                <FigureMarks rows={drawn} zero={across.zero} domain={across.domain} layer={layer} />
              </ZIndexLayer>
            </ScatterChart>
          </ResponsiveContainer>
        </div>
        <div ref={setLayer} className="figure__points" />
      </div>
      <p className="figure__foot note">
        <span>
          <Term of="parameters">Parameters</Term>, on a logarithmic axis. Points that would overlap
          stand side by side.
        </span>{' '}
        <span>Click a point to show what it sees.</span>
      </p>
    </figure>
  );
});

function isDrawn(row: StudyRow): row is DrawnRow {
  return row.facts !== null && row.accuracy !== null;
}

const MARGIN = { top: 12, right: 12, bottom: 0, left: 0 };
