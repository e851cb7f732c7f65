import type { RefObject } from 'react';
import { pictureName } from '../../export/picture-name';
import { headFacts, probeInName } from '../../export/pictures/head-facts';
import { paperColour, svgPicture } from '../../export/pictures/svg-picture';
import type { Legend } from '../../figures/scene/compose-figure';
import { origin } from '../../messages/en/caption';
import { ExportMenu } from '../export/ExportMenu';
import { useApp } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';

interface SaveCurvesProps {
  /** Holds the charts, loss before accuracy. */
  charts: RefObject<HTMLElement | null>;
  heldOut: boolean;
  kept: number | null;
}

/** Takes the training curves along. */
export function SaveCurves({ charts, heldOut, kept }: SaveCurvesProps) {
  const { store } = useApp();
  const run = useRun();
  const picture = () => {
    const facts = headFacts(store.getState(), run);
    const found = charts.current?.querySelectorAll<SVGSVGElement>('svg.recharts-surface') ?? [];
    const lines = [
      { label: 'training', stroke: paperColour('--ink-3') },
      ...(heldOut ? [{ label: 'held out', stroke: paperColour('--accent') }] : []),
      ...(kept === null
        ? []
        : [{ label: `kept epoch, ${kept}`, stroke: paperColour('--ink-3'), dash: '2 3' }]),
    ];
    const legends: Legend[] = [{ kind: 'lines', lines }];
    return svgPicture(
      Array.from(found, (element, index) => ({ element, heading: HEADINGS[index] ?? '' })),
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

const HEADINGS = ['Loss', 'Accuracy'];
