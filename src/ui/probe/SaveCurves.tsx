import type { RefObject } from 'react';
import { pictureName } from '../../export/picture-name';
import { headFacts, probeInName } from '../../export/pictures/head-facts';
import { paperColour, svgPicture } from '../../export/pictures/svg-picture';
import type { Legend } from '../../figures/scene/compose-figure';
import { origin } from '../../messages/en/caption';
import { useStore } from '../../state/store';
import { AppError } from '../../vocabulary/failures';
import { ExportMenu } from '../export/ExportMenu';
import { useRun } from '../hooks/use-verdicts';

interface SaveCurvesProps {
  loss: RefObject<SVGSVGElement | null>;
  accuracy: RefObject<SVGSVGElement | null>;
  heldOut: boolean;
  kept: number | null;
}

/** Takes the training curves along. */
export function SaveCurves({ loss, accuracy, heldOut, kept }: SaveCurvesProps) {
  const run = useRun();
  const picture = () => {
    const facts = headFacts(useStore.getState(), run);
    if (!loss.current || !accuracy.current) throw new AppError({ code: 'chart-not-drawn' });
    const lines = [
      { label: 'training', stroke: paperColour('--ink-3') },
      ...(heldOut ? [{ label: 'held out', stroke: paperColour('--accent') }] : []),
      ...(kept === null
        ? []
        : [{ label: `kept epoch, ${kept}`, stroke: paperColour('--ink-3'), dash: '2 3' }]),
    ];
    const legends: Legend[] = [{ kind: 'lines', lines }];
    return svgPicture(
      [
        { element: loss.current, heading: 'Loss' },
        { element: accuracy.current, heading: 'Accuracy' },
      ],
      {
        name: pictureName('training curves', probeInName(facts.probe)),
        title: 'Loss and accuracy by epoch',
        caption: [origin({ ...facts, epoch: null })],
        legends,
        columns: 2,
      },
    );
  };
  return <ExportMenu label="Save curves" choices={[{ label: 'Curves', picture }]} />;
}
