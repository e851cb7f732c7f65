import type { RefObject } from 'react';
import { pictureName } from '../../export/picture-name';
import { headFacts, probeInName } from '../../export/pictures/head-facts';
import { paperColour, svgPicture } from '../../export/pictures/svg-picture';
import type { Legend } from '../../figures/scene/compose-figure';
import { AppError } from '../../vocabulary/failures';
import { ExportMenu } from '../export/ExportMenu';
import { useApp } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';

interface SaveCurvesProps {
  loss: RefObject<SVGSVGElement | null>;
  accuracy: RefObject<SVGSVGElement | null>;
  heldOut: boolean;
  kept: number | null;
}

/** Takes the training curves along. */
export function SaveCurves({ loss, accuracy, heldOut, kept }: SaveCurvesProps) {
  const { store, words } = useApp();
  const run = useRun();
  const { curves } = words.probe;
  const picture = () => {
    const facts = headFacts(store.getState(), run);
    if (!loss.current || !accuracy.current) throw new AppError({ code: 'chart-not-drawn' });
    const lines = [
      { label: curves.training, stroke: paperColour('--ink-3') },
      ...(heldOut ? [{ label: curves.heldOut, stroke: paperColour('--accent') }] : []),
      ...(kept === null
        ? []
        : [{ label: curves.keptAt(kept), stroke: paperColour('--ink-3'), dash: '2 3' }]),
    ];
    const legends: Legend[] = [{ kind: 'lines', lines }];
    return svgPicture(
      [
        { element: loss.current, heading: curves.loss },
        { element: accuracy.current, heading: curves.accuracy },
      ],
      {
        name: pictureName(words.exports.file.curves, probeInName(facts.probe)),
        title: curves.title,
        caption: [words.caption.origin({ ...facts, epoch: null })],
        legends,
        columns: 2,
      },
    );
  };
  return <ExportMenu label={curves.save} choices={[{ label: curves.choice, picture }]} />;
}
