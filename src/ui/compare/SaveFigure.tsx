import type { RefObject } from 'react';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { pictureName } from '../../export/picture-name';
import { svgPicture } from '../../export/pictures/svg-picture';
import { recipeInWords } from '../../messages/en/caption';
import { count } from '../../messages/en/format';
import { ExportMenu } from '../export/ExportMenu';
import { useApp } from '../hooks/use-app';
import { studyOf } from './use-study';

interface SaveFigureProps {
  /** Holds the chart. */
  figure: RefObject<HTMLElement | null>;
}

/** Takes the figure of the comparison along. */
export function SaveFigure({ figure }: SaveFigureProps) {
  const { store } = useApp();
  const picture = () => {
    const chart = figure.current?.querySelector<SVGSVGElement>('svg.recharts-surface');
    // Read when it is saved: following it would draw the figure anew with every fold.
    const study = studyOf(store.getState().study);
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
