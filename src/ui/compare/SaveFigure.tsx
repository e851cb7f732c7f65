import type { RefObject } from 'react';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { pictureName } from '../../export/picture-name';
import { svgPicture } from '../../export/pictures/svg-picture';
import { AppError } from '../../vocabulary/failures';
import { ExportMenu } from '../export/ExportMenu';
import { useApp } from '../hooks/use-app';
import { studyOf } from './use-study';

/** Takes the figure of the comparison along. */
export function SaveFigure({ plot }: { plot: RefObject<SVGSVGElement | null> }) {
  const { store, words: all } = useApp();
  const words = all.compare.figure;
  const picture = () => {
    // Read when it is saved: following it would draw the figure anew with every fold.
    const state = store.getState();
    const study = studyOf(state.study);
    if (!plot.current || !study) throw new AppError({ code: 'chart-not-drawn' });
    const { entries, folds, repeats, recipe, choice, backboneId, labels } = study;
    return svgPicture([{ element: plot.current }], {
      name: pictureName(all.exports.file.probes),
      title: words.savedTitle,
      caption: words.savedCaption({
        folds,
        repeats,
        recipe,
        choice,
        methods: entries.map(({ probe }) => probe.name),
        backbone: findBackbone(state.backbones, backboneId).label,
        images: Object.keys(labels).length,
      }),
    });
  };
  return <ExportMenu label={words.save} choices={[{ label: words.picture, picture }]} />;
}
