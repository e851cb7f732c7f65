import type { RefObject } from 'react';
import { findBackbone } from '../../backbones/catalogue';
import { pictureName } from '../../files/picture-name';
import { recipeInWords } from '../../inspect/caption';
import { useStore } from '../../state/store';
import { studyOf } from '../compare/use-study';
import { count } from '../kit/format';
import { ExportMenu } from './ExportMenu';
import { svgPicture } from './svg-picture';

interface SaveFigureProps {
  /** Holds the chart. */
  figure: RefObject<HTMLElement | null>;
}

/** Takes the figure of the comparison along. */
export function SaveFigure({ figure }: SaveFigureProps) {
  const picture = () => {
    const chart = figure.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    // Read when it is saved: following it would draw the figure anew with every fold.
    const study = studyOf(useStore.getState().study);
    if (!chart || !study) {
      throw new Error('The figure is not drawn yet. Wait a moment, then save again.');
    }
    const { folds, repeats, recipe, backboneId, labels } = study;
    return svgPicture([{ element: chart }], {
      name: pictureName('accuracy against parameters'),
      title: 'Held-out accuracy against the number of parameters',
      caption: [
        'Bars are ± one standard error over the folds; parameters are on a logarithmic axis',
        [
          `${folds} folds${repeats > 1 ? `, ${count(repeats, 'time')}` : ''}`,
          recipeInWords(recipe),
          findBackbone(backboneId).label,
          count(Object.keys(labels).length, 'image'),
        ].join(' · '),
      ],
    });
  };
  return <ExportMenu label="Save figure" choices={[{ label: 'Figure', picture }]} />;
}
