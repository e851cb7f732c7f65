import type { RefObject } from 'react';
import { pictureName } from '../../../export/picture-name';
import { headFacts, probeInName } from '../../../export/pictures/head-facts';
import { svgPicture } from '../../../export/pictures/svg-picture';
import { cssColour, sequential } from '../../../figures/maps/palette';
import { origin } from '../../../messages/en/caption';
import { count } from '../../../messages/en/format';
import { ExportMenu } from '../../export/ExportMenu';
import { useApp } from '../../hooks/use-app';
import { useRun } from '../../hooks/use-verdicts';
import { MATRIX_SCALES, type MatrixMeasure } from './scales';

interface SaveMatrixProps {
  svg: RefObject<SVGSVGElement | null>;
  measure: MatrixMeasure;
  /** That it was measured over. */
  images: number;
}

/** Takes the matrix of queries along. */
export function SaveMatrix({ svg, measure, images }: SaveMatrixProps) {
  const { store } = useApp();
  const run = useRun();
  const picture = () => {
    if (!svg.current)
      throw new Error('The matrix is no longer on the page. Open it and save again.');
    const facts = headFacts(store.getState(), run);
    const what = measure === 'cosine' ? 'Cosine' : 'Jensen–Shannon divergence';
    return svgPicture([{ element: svg.current }], {
      name: pictureName('likeness of queries', probeInName(facts.probe)),
      title: `${what} of the maps of every two queries`,
      caption: [`Over ${count(images, 'image')}`, origin(facts)],
      legends: [{ kind: 'scale', stops: STOPS, labels: MATRIX_SCALES[measure] }],
    });
  };
  return <ExportMenu label="Save matrix" choices={[{ label: 'Matrix', picture }]} />;
}

const STOPS = [0, 0.25, 0.5, 0.75, 1].map(
  (share) => [share, cssColour(sequential(share, false))] as const,
);
