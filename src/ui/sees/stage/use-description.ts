import { type RefObject, useEffect } from 'react';
import { evidenceMap } from '../../../analysis/attribution';
import { placeOfWeight, placesOfEvidence } from '../../../analysis/map-place';
import type { Words } from '../../../messages/words';
import type { PaneName } from '../../../state/panes';
import type { Grid } from '../../../vocabulary/maps';
import { useApp, useWords } from '../../hooks/use-app';
import { evidenceMaps } from '../evidence/evidence-maps';
import { onShown, type ShownLayer, shownIn } from './use-shown';

/** For how many milliseconds a picture must stay before it is described: not at every step of training. */
const REST = 400;

interface Described {
  pane: PaneName;
  imageId: string;
  grid: Grid;
  /** null for all queries in one. */
  query: number | null;
}

/** Says of a canvas, for those who don't see it, where its attention or evidence lies. */
export function useDescription(
  canvas: RefObject<HTMLCanvasElement | null>,
  { pane, imageId, grid, query }: Described,
): void {
  const app = useApp();
  const words = useWords();
  useEffect(() => {
    let timer = 0;
    const update = () => {
      const text = describe(shownIn(app, pane, imageId), grid, query, words);
      if (text === null) canvas.current?.removeAttribute('aria-description');
      else canvas.current?.setAttribute('aria-description', text);
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(update, REST);
    };
    later();
    const stop = onShown(app, pane, later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [app, canvas, pane, imageId, grid, query, words]);
}

function describe(
  shown: ShownLayer,
  grid: Grid,
  query: number | null,
  words: Words,
): string | null {
  if (shown.kind === 'photo') return null;
  const patches = grid.height * grid.width;
  if (shown.kind === 'attention') {
    const { weights, queries } = shown.maps;
    if (query !== null && query >= queries) return null;
    const map =
      query === null
        ? evidenceMap(shown.maps, null)
        : weights.subarray(query * patches, (query + 1) * patches);
    return words.describe.map(placeOfWeight(map, grid));
  }
  const { byQuery, total } = evidenceMaps(shown.evidence);
  const values = query === null ? total : byQuery[query];
  return values ? words.describe.evidence(placesOfEvidence(values, grid)) : null;
}
