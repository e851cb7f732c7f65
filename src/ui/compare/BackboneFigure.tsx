import { memo, useRef } from 'react';
import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { pictureName } from '../../export/picture-name';
import { svgPicture } from '../../export/pictures/svg-picture';
import { accuracyAxis } from '../../figures/layout/figure-axes';
import { backboneSummary } from '../../messages/en/backbone-words';
import { count, percent } from '../../messages/en/format';
import { COMPARED, type ComparisonRow } from '../../state/derive/comparison-rows';
import { ExportMenu } from '../export/ExportMenu';
import { Term } from '../kit/Term';
import { BackboneMarks } from './BackboneMarks';
import { ABOVE_AXES, NO_POINTS, TICK } from './chart-parts';
import './figure.css';

interface BackboneFigureProps {
  rows: readonly ComparisonRow[];
  queries: number;
}

/** Pixels of one backbone's band, and of the axis below all. */
const BAND = 92;
const AXIS = 26;

/** Held-out accuracy of k-NN, linear and EP on each backbone: a point with its interval for each. */
export default memo(function BackboneFigure({ rows, queries }: BackboneFigureProps) {
  const picture = useRef<HTMLDivElement>(null);
  const across = accuracyAxis(
    rows.flatMap(({ accuracies }) => COMPARED.flatMap((probe) => accuracies[probe] ?? [])),
  );
  const save = () => {
    const element = picture.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (!element) throw new Error('The figure is not drawn yet. Wait a moment, then save again.');
    return svgPicture([{ element }], {
      name: pictureName('accuracy per backbone'),
      title: 'Held-out accuracy of k-NN, linear and EP on each backbone',
      caption: [
        'Bars are ± one standard error over the folds',
        `${count(queries, 'query', 'queries')} of EP · linear reads [CLS], or the mean of the patches (GAP) where there is none`,
      ],
    });
  };
  return (
    <figure className="figure figure--backbones">
      <figcaption className="figure__title">
        <span>
          <Term of="crossValidated">Held-out accuracy</Term>
        </span>
        <span className="note">per backbone, ± one standard error over the folds</span>
        <ExportMenu label="Save figure" choices={[{ label: 'Figure', picture: save }]} />
      </figcaption>
      <div
        ref={picture}
        role="img"
        aria-label={backboneSummary(rows)}
        style={{ height: BAND * rows.length + AXIS }}
      >
        <ResponsiveContainer>
          <ScatterChart margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" horizontal={false} />
            <XAxis
              dataKey="x"
              type="number"
              domain={across.domain}
              ticks={across.ticks}
              tickFormatter={(value: number) => percent(value).replace(' ', '\u00a0')}
              allowDataOverflow
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              height={22}
              interval={0}
            />
            <YAxis dataKey="y" type="number" domain={[0, rows.length]} reversed hide />
            <Scatter data={NO_POINTS} isAnimationActive={false} />
            <ZIndexLayer zIndex={ABOVE_AXES}>
              <BackboneMarks rows={rows} />
            </ZIndexLayer>
          </ScatterChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
});

const MARGIN = { top: 0, right: 20, bottom: 0, left: 20 };
