import { type CSSProperties, type PointerEvent, useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { PaneName } from '../../../state/panes';
import type { ImageItem } from '../../../state/slices/types';
import { patchUnder } from '../../canvas/patch-at';
import { usePhoto } from '../../canvas/photos';
import { usePage } from '../../page/page';
import type { Pointing } from '../../page/pointing';
import { pointAtQuery } from '../../page/pointing';
import { useAttribution } from '../evidence/use-attribution';
import { JointFigure } from './JointFigure';
import { QueryMaps } from './QueryMaps';
import { useMapCount } from './use-maps';
import { useShownKind } from './use-shown';
import './stage.css';
import type { Grid } from '../../../vocabulary/maps';

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
  const { pointing } = usePage();
  const photo = usePhoto(image.cropUrl);
  const maps = useMapCount(pane, image.id);
  const shown = useShownKind(pane, image.id);
  const attribution = useAttribution(pane, image.id);
  const hasPatches = shown !== 'photo';
  // Where evidence can't be given there is nothing to come, either.
  const small = attribution === null ? maps || expected : hasPatches ? maps : 0;
  useEffect(() => {
    const update = () => outline(stage.current, pointing.getState().patch, grid);
    update();
    return pointing.subscribe(update);
  }, [pointing, grid]);
  return (
    <div className="stage">
      <div
        ref={stage}
        className="stage__figures"
        data-alone={small === 0 ? '' : undefined}
        style={{ '--grid-width': grid.width, '--grid-height': grid.height } as CSSProperties}
        onPointerMove={(event) => {
          if (hasPatches) point(pointing, event, pane, grid);
        }}
        onPointerDown={(event) => {
          if (hasPatches) point(pointing, event, pane, grid);
        }}
        onPointerLeave={(event) => {
          // A finger that lifts has not pointed elsewhere: what it showed stays.
          if (event.pointerType === 'mouse') pointing.setState({ patch: null, hovered: null });
        }}
      >
        <JointFigure
          pane={pane}
          imageId={image.id}
          name={image.name}
          photo={photo}
          grid={grid}
          hasPatches={hasPatches}
        />
        {small > 0 && (
          <QueryMaps
            pane={pane}
            imageId={image.id}
            name={image.name}
            photo={photo}
            grid={grid}
            queries={small}
            hasMaps={maps > 0}
          />
        )}
      </div>
    </div>
  );
}

function point(
  pointing: StoreApi<Pointing>,
  event: PointerEvent,
  pane: PaneName,
  grid: Grid,
): void {
  const map = event.target instanceof Element ? event.target.closest('[data-map]') : null;
  const { patch, hovered, pane: before } = pointing.getState();
  if (!(map instanceof HTMLElement)) {
    if (patch !== null || hovered !== null) pointing.setState({ patch: null, hovered: null });
    return;
  }
  const query = map.dataset.query === undefined ? null : Number(map.dataset.query);
  if (query !== hovered || (query !== null && pane !== before))
    pointAtQuery(pointing, pane, { hovered: query });
  const next = patchUnder(map, event, grid);
  if (next !== patch) pointing.setState({ patch: next });
}

/**
 * Moves the outline in every map, by nothing that is inherited and nothing that moves others: with 64
 * maps a variable on all of them, or a change of layout, would take longer than a frame.
 */
function outline(stage: HTMLElement | null, patch: number | null, grid: Grid): void {
  if (!stage) return;
  stage.toggleAttribute('data-pointing', patch !== null);
  if (patch === null) return;
  const row = Math.floor(patch / grid.width);
  // An outline is as large as a patch: 100 % of it is one patch further.
  const place = `translate(${100 * (patch % grid.width)}%, ${100 * row}%)`;
  for (const mark of stage.querySelectorAll<HTMLElement>('.map__patch')) {
    mark.style.transform = place;
  }
}
