import { type KeyboardEvent, useCallback, useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { PaneName } from '../../../state/panes';
import type { Grid } from '../../../vocabulary/maps';
import { patchBeside } from '../../canvas/patch-at';
import { useWords } from '../../hooks/use-app';
import { usePage } from '../../page/page';
import type { Photo } from '../../page/photo-cache';
import type { Pointing } from '../../page/pointing';
import { shownAlone } from '../../page/pointing';
import { useDescription } from './use-description';
import { useFigure } from './use-figure';

interface JointFigureProps {
  pane: PaneName;
  imageId: string;
  name: string;
  photo: Photo | null;
  grid: Grid;
  /** Whether there is something to point at. */
  hasPatches: boolean;
}

/**
 * An image, large: each place in the colour of the query that attends most there, or what all
 * queries say there for a class; one query alone while it is pointed at or chosen.
 */
export function JointFigure({ pane, imageId, name, photo, grid, hasPatches }: JointFigureProps) {
  const { pointing } = usePage();
  const words = useWords().sees.stage;
  const queryNow = useCallback(() => shownAlone(pointing.getState(), pane), [pointing, pane]);
  const { ref, redraw } = useFigure({ pane, imageId, photo, grid, queryNow });
  useDescription(ref, { pane, imageId, grid, query: null });
  useEffect(
    () =>
      pointing.subscribe((now, before) => {
        if (shownAlone(now, pane) !== shownAlone(before, pane)) redraw();
      }),
    [pointing, pane, redraw],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose patches the arrow keys reach
    <div
      className="joint map"
      data-map
      role="group"
      tabIndex={hasPatches ? 0 : -1}
      aria-label={words.patches(name)}
      aria-description={words.arrows}
      onKeyDown={(event) => {
        if (hasPatches) movePatch(pointing, event, grid);
      }}
    >
      <canvas ref={ref} role="img" aria-label={hasPatches ? words.allQueries(name) : name} />
      <span aria-hidden="true" className="map__patch" />
    </div>
  );
}

function movePatch(pointing: StoreApi<Pointing>, event: KeyboardEvent, grid: Grid): void {
  if (event.key === 'Escape') pointing.setState({ patch: null });
  const patch = patchBeside(pointing.getState().patch, event.key, grid);
  if (patch === null) return;
  event.preventDefault();
  pointing.setState({ patch });
}
