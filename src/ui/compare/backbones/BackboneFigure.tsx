import { memo, useRef } from 'react';
import { pictureName } from '../../../export/picture-name';
import { svgPicture } from '../../../export/pictures/svg-picture';
import { accuracyAxis } from '../../../figures/layout/figure-axes';
import { COMPARED, type ComparisonRow } from '../../../state/derive/comparison-rows';
import { AppError } from '../../../vocabulary/failures';
import { Plot } from '../../charts/Plot';
import { ExportMenu } from '../../export/ExportMenu';
import { useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { BackboneMarks } from './BackboneMarks';
import '../figure.css';

interface BackboneFigureProps {
  rows: readonly ComparisonRow[];
  queries: number;
}

/** Pixels of one backbone's band, and of the axis below all. */
const BAND = 92;
const AXIS = 26;

/** Held-out accuracy of k-NN, linear and EP on each backbone: a point with its interval for each. */
export const BackboneFigure = memo(function BackboneFigure({ rows, queries }: BackboneFigureProps) {
  const {
    compare: {
      backbones: { figure: words },
    },
    exports,
    format,
  } = useWords();
  const plot = useRef<SVGSVGElement>(null);
  const across = accuracyAxis(
    rows.flatMap(({ accuracies }) => COMPARED.flatMap((probe) => accuracies[probe] ?? [])),
  );
  const picture = () => {
    if (!plot.current) throw new AppError({ code: 'chart-not-drawn' });
    return svgPicture([{ element: plot.current }], {
      name: pictureName(exports.file.backbones),
      title: words.savedTitle,
      caption: words.savedCaption(queries),
    });
  };
  return (
    <figure className="figure figure--backbones">
      <figcaption className="figure__title">
        <span>
          <Rich text={words.title} />
        </span>
        <span className="note">{words.bars}</span>
        <ExportMenu label={words.save} choices={[{ label: words.picture, picture }]} />
      </figcaption>
      <div
        role="img"
        aria-label={words.summary(rows)}
        style={{ height: BAND * rows.length + AXIS }}
      >
        <Plot
          svg={plot}
          margin={MARGIN}
          x={{ ...across, write: format.axisPercent }}
          y={{ bands: rows.length }}
        >
          <BackboneMarks rows={rows} />
        </Plot>
      </div>
    </figure>
  );
});

const MARGIN = { top: 0, right: 20, bottom: 0, left: 20 };
