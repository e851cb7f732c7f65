import { type CSSProperties, type PointerEvent, useEffect, useRef } from 'react';
import type { Grid } from '../../inspect/upsample';
import type { PaneName } from '../../state/panes';
import type { ImageItem } from '../../state/types';
import { JointFigure } from './JointFigure';
import { usePhoto } from './photos';
import { usePointing } from './pointing';
import { QueryMaps } from './QueryMaps';
import { useMapCount } from './use-maps';
import './stage.css';

interface StageProps {
  /** Whose maps: those of the large place, or of the one beside it. */
  pane?: PaneName;
  image: ImageItem;
  grid: Grid;
  /** Maps that training will bring, for the places kept free before. */
  expected: number;
}

/** The joint figure with the maps beside it; what is pointed at in one is outlined in all. */
export function Stage({ pane = 'main', image, grid, expected }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const photo = usePhoto(image.cropUrl);
  const maps = useMapCount(pane, image.id);
  useEffect(
    () => usePointing.subscribe(({ patch }) => outline(stage.current, patch, grid)),
    [grid],
  );
  return (
    <div className="stage">
      <div
        ref={stage}
        className="stage__figures"
        data-alone={maps === 0 && expected === 0 ? '' : undefined}
        style={{ '--grid-width': grid.width, '--grid-height': grid.height } as CSSProperties}
        onPointerMove={(event) => {
          if (maps > 0) point(event, grid);
        }}
        onPointerDown={(event) => {
          if (maps > 0) point(event, grid);
        }}
        onPointerLeave={(event) => {
          // A finger that lifts has not pointed elsewhere: what it showed stays.
          if (event.pointerType === 'mouse') usePointing.setState({ patch: null, hovered: null });
        }}
      >
        <JointFigure
          pane={pane}
          imageId={image.id}
          name={image.name}
          photo={photo}
          grid={grid}
          hasMaps={maps > 0}
        />
        {(maps > 0 || expected > 0) && (
          <QueryMaps
            pane={pane}
            imageId={image.id}
            name={image.name}
            photo={photo}
            grid={grid}
            queries={maps || expected}
            hasMaps={maps > 0}
          />
        )}
      </div>
    </div>
  );
}

function point(event: PointerEvent, grid: Grid): void {
  const map = event.target instanceof Element ? event.target.closest('[data-map]') : null;
  const { patch, hovered } = usePointing.getState();
  if (!(map instanceof HTMLElement)) {
    if (patch !== null || hovered !== null) usePointing.setState({ patch: null, hovered: null });
    return;
  }
  const box = map.getBoundingClientRect();
  const cell = (offset: number, size: number, cells: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor((offset / size) * cells)));
  const row = cell(event.clientY - box.top, box.height, grid.height);
  const column = cell(event.clientX - box.left, box.width, grid.width);
  const next = {
    patch: row * grid.width + column,
    hovered: map.dataset.query === undefined ? null : Number(map.dataset.query),
  };
  if (next.patch !== patch || next.hovered !== hovered) usePointing.setState(next);
}

/** Moves the outlines by CSS variables: one change of style, whatever the number of maps. */
function outline(stage: HTMLElement | null, patch: number | null, grid: Grid): void {
  if (!stage) return;
  stage.toggleAttribute('data-pointing', patch !== null);
  if (patch === null) return;
  stage.style.setProperty('--row', String(Math.floor(patch / grid.width)));
  stage.style.setProperty('--column', String(patch % grid.width));
}
