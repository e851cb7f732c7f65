import type { RefObject } from 'react';
import { pictureName } from '../../export/picture-name';
import { headFacts, probeInName } from '../../export/pictures/head-facts';
import { paperColour, svgPicture } from '../../export/pictures/svg-picture';
import type { Legend } from '../../figures/scene/compose-figure';
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
  const { store, words } = useApp();
  const run = useRun();
  const { curves } = words.probe;
  const picture = () => {
    const facts = headFacts(store.getState(), run);
    const found = charts.current?.querySelectorAll<SVGSVGElement>('svg.recharts-surface') ?? [];
    const lines = [
      { label: curves.training, stroke: paperColour('--ink-3') },
      ...(heldOut ? [{ label: curves.heldOut, stroke: paperColour('--accent') }] : []),
      ...(kept === null
        ? []
        : [{ label: curves.keptAt(kept), stroke: paperColour('--ink-3'), dash: '2 3' }]),
    ];
    const legends: Legend[] = [{ kind: 'lines', lines }];
    const headings = [curves.loss, curves.accuracy];
    return svgPicture(
      Array.from(found, (element, index) => ({ element, heading: headings[index] ?? '' })),
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
