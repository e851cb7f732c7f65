import type { RefObject } from 'react';
import { pictureName } from '../../../export/picture-name';
import { headFacts, probeInName } from '../../../export/pictures/head-facts';
import { svgPicture } from '../../../export/pictures/svg-picture';
import { cssColour, sequential } from '../../../figures/maps/palette';
import { AppError } from '../../../vocabulary/failures';
import { ExportMenu } from '../../export/ExportMenu';
import { useApp, useWords } from '../../hooks/use-app';
import { useRun } from '../../hooks/use-verdicts';
import type { MatrixMeasure } from './matrix-measure';

interface SaveMatrixProps {
  svg: RefObject<SVGSVGElement | null>;
  measure: MatrixMeasure;
  /** That it was measured over. */
  images: number;
}

/** Takes the matrix of queries along. */
export function SaveMatrix({ svg, measure, images }: SaveMatrixProps) {
  const { store } = useApp();
  const {
    queries: { saveMatrix: words, likeness },
    caption,
  } = useWords();
  const run = useRun();
  const picture = () => {
    if (!svg.current) throw new AppError({ code: 'picture-matrix-gone' });
    const facts = headFacts(store.getState(), run);
    return svgPicture([{ element: svg.current }], {
      name: pictureName(words.file, probeInName(facts.probe)),
      title: words.title[measure],
      caption: [words.over(images), caption.origin(facts)],
      legends: [{ kind: 'scale', stops: STOPS, labels: likeness.scale[measure] }],
    });
  };
  return <ExportMenu label={words.button} choices={[{ label: words.choice, picture }]} />;
}

const STOPS = [0, 0.25, 0.5, 0.75, 1].map(
  (share) => [share, cssColour(sequential(share, false))] as const,
);
