import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { USUAL_DRAWING } from '../../inspect/opacity';
import type { Grid } from '../../inspect/upsample';
import { type PaneName, panes } from '../../state/panes';
import { useQueryColours } from '../kit/query-colours';
import { Layer } from './layers';
import type { Photo } from './photos';
import { shownAlone, usePointing } from './pointing';
import { type Draw, useCanvas } from './use-canvas';
import { mapsOf, useMapCount } from './use-maps';

interface JointFigureProps {
  pane: PaneName;
  imageId: string;
  name: string;
  photo: Photo | null;
  grid: Grid;
  hasMaps: boolean;
}

/** An image, large: each place in the colour of the query that attends most there. */
export function JointFigure({ pane, imageId, name, photo, grid, hasMaps }: JointFigureProps) {
  const onPainted = useRef<() => void>(() => undefined);
  const layers = useMemo(() => {
    const again = () => onPainted.current();
    return { joint: new Layer(again), single: new Layer(again) };
  }, []);
  const colours = useQueryColours(useMapCount(pane, imageId));
  const draw = useCallback<Draw>(
    (context, width, height) => {
      if (!photo) return;
      const maps = mapsOf(pane, imageId);
      context.drawImage(maps ? photo.grey : photo.colour, 0, 0, width, height);
      if (!maps) return;
      const query = shownAlone(usePointing.getState());
      const colour = query === null ? undefined : colours[query];
      const layer =
        query !== null && colour
          ? layers.single.query(maps, query, grid, USUAL_DRAWING, colour)
          : layers.joint.joint(maps, grid, USUAL_DRAWING, colours);
      context.drawImage(layer, 0, 0, width, height);
    },
    [pane, imageId, photo, grid, layers, colours],
  );
  const { ref, redraw } = useCanvas(draw);
  onPainted.current = redraw;
  useEffect(() => panes[pane].maps.subscribe(redraw), [pane, redraw]);
  useEffect(
    () =>
      usePointing.subscribe((now, before) => {
        if (shownAlone(now) !== shownAlone(before)) redraw();
      }),
    [redraw],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose patches the arrow keys reach
    <div
      className="joint map"
      data-map
      role="group"
      tabIndex={hasMaps ? 0 : -1}
      aria-label={`Patches of ${name}`}
      aria-description="The arrow keys move from patch to patch."
      onKeyDown={(event) => {
        if (hasMaps) movePatch(event, grid);
      }}
    >
      <canvas ref={ref} role="img" aria-label={hasMaps ? `All queries on ${name}` : name} />
      <span aria-hidden="true" className="map__patch" />
    </div>
  );
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function movePatch(event: KeyboardEvent, grid: Grid): void {
  if (event.key === 'Escape') usePointing.setState({ patch: null });
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const { patch } = usePointing.getState();
  const middle = { row: grid.height >> 1, column: grid.width >> 1 };
  const row = patch === null ? middle.row : Math.floor(patch / grid.width) + step[0];
  const column = patch === null ? middle.column : (patch % grid.width) + step[1];
  const inside = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  usePointing.setState({
    patch: inside(row, grid.height) * grid.width + inside(column, grid.width),
  });
}
