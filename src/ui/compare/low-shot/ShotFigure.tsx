import { memo, useRef } from 'react';
import { findBackbone } from '../../../backbones/catalogue/catalogue';
import { pictureName } from '../../../export/picture-name';
import { svgPicture } from '../../../export/pictures/svg-picture';
import { accuracyAxis } from '../../../figures/layout/figure-axes';
import { lowShotStudyOf } from '../../../state/derive/low-shot';
import type { ShotRow } from '../../../study/low-shot/shot-rows';
import { AppError } from '../../../vocabulary/failures';
import { Plot } from '../../charts/Plot';
import { ExportMenu } from '../../export/ExportMenu';
import { useApp } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { ShotMarks } from './ShotMarks';
import '../figure.css';

interface ShotFigureProps {
  rows: readonly ShotRow[];
  /** Training images per class, ascending, at least one. */
  sizes: readonly number[];
}

/** Held-out accuracy against training images per class: a line with intervals per probe. */
export const ShotFigure = memo(function ShotFigure({ rows, sizes }: ShotFigureProps) {
  const { store, words: all } = useApp();
  const words = all.lowShot.figure;
  const plot = useRef<SVGSVGElement>(null);
  const measured = rows.flatMap(({ accuracies }) => accuracies.filter((one) => one !== null));
  const up = accuracyAxis(measured);
  const longest = Math.max(...rows.map(({ probe }) => all.probes.entryTag(probe).length));
  const [least = 2, most = 2] = [sizes[0], sizes.at(-1)];
  const picture = () => {
    const state = store.getState();
    const study = lowShotStudyOf(state.lowShot);
    if (!plot.current || !study) throw new AppError({ code: 'chart-not-drawn' });
    const { entries, folds, repeats, recipe, backboneId, labels } = study;
    return svgPicture([{ element: plot.current }], {
      name: pictureName(words.file),
      title: words.savedTitle,
      caption: words.savedCaption({
        ...{ folds, repeats, recipe },
        methods: entries.map(({ probe }) => probe.name),
        backbone: findBackbone(state.backbones, backboneId).label,
        images: Object.keys(labels).length,
      }),
    });
  };
  return (
    <figure className="figure figure--shots">
      <figcaption className="figure__title">
        <span>
          <Rich text={words.title} />
        </span>
        <span className="note">{words.bars}</span>
        <ExportMenu label={words.save} choices={[{ label: words.picture, picture }]} />
      </figcaption>
      <div className="figure__plot">
        <div className="figure__picture" role="img" aria-label={words.summary(sizes, rows)}>
          <Plot
            svg={plot}
            margin={{ ...MARGIN, right: Math.min(MOST_ROOM, NAME + LETTER * longest) }}
            x={{ log: true, domain: [least / AIR, most * AIR], ticks: sizes, write: String }}
            y={{ ...up, write: all.format.axisPercent }}
          >
            <ShotMarks rows={rows} sizes={sizes} />
          </Plot>
        </div>
      </div>
      <p className="figure__foot note">{words.axes}</p>
    </figure>
  );
});

/** Room beside the first and the last size, as a factor. */
const AIR = 1.35;
const MARGIN = { top: 12, bottom: 0, left: 0 };
/** Pixels to the right for the names of the lines: around one, for each letter, and at most. */
const NAME = 18;
const LETTER = 6.1;
const MOST_ROOM = 180;
