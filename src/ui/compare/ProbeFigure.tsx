import { memo, useRef, useState } from 'react';
import { accuracyAxis, parameterAxis } from '../../figures/layout/figure-axes';
import type { StudyRow } from '../../study/study-table';
import { Plot } from '../charts/Plot';
import { useWords } from '../hooks/use-app';
import { Rich } from '../kit/Rich';
import type { DrawnRow } from './drawn-row';
import { FigureMarks } from './FigureMarks';
import { SaveFigure } from './SaveFigure';
import './figure.css';

/** Held-out accuracy against number of parameters: a point with its interval per entry. */
export const ProbeFigure = memo(function ProbeFigure({ rows }: { rows: readonly StudyRow[] }) {
  const {
    compare: { figure: words },
    format,
  } = useWords();
  const [layer, setLayer] = useState<HTMLDivElement | null>(null);
  const plot = useRef<SVGSVGElement>(null);
  const drawn = rows.filter(isDrawn);
  const across = parameterAxis(drawn.map(({ facts }) => facts.parameters.total));
  const up = accuracyAxis(drawn.map(({ accuracy }) => accuracy));
  return (
    <figure className="figure">
      <figcaption className="figure__title">
        <span>
          <Rich text={words.title} />
        </span>
        <span className="note">{words.bars}</span>
        <SaveFigure plot={plot} />
      </figcaption>
      <div className="figure__plot">
        <div className="figure__picture" role="img" aria-label={words.summary(drawn)}>
          <Plot
            svg={plot}
            margin={MARGIN}
            x={{
              log: true,
              domain: across.domain,
              ticks: across.zero === null ? across.ticks : [across.zero, ...across.ticks],
              write: (value) => (value === across.zero ? '0' : format.shortNumber(value)),
            }}
            y={{ ...up, write: format.axisPercent }}
            levels={drawn
              .filter(({ kind }) => kind === 'floor')
              .map(({ key, accuracy }) => ({ key, y: accuracy.mean }))}
          >
            <FigureMarks rows={drawn} zero={across.zero} domain={across.domain} layer={layer} />
          </Plot>
        </div>
        <div ref={setLayer} className="figure__points" />
      </div>
      <p className="figure__foot note">
        <span>
          <Rich text={words.axes} />
        </span>{' '}
        <span>{words.press}</span>
      </p>
    </figure>
  );
});

function isDrawn(row: StudyRow): row is DrawnRow {
  return row.facts !== null && row.accuracy !== null;
}

const MARGIN = { top: 12, right: 12, bottom: 0, left: 0 };
