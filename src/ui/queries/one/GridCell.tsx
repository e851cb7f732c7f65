import { memo, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { placeOfWeight } from '../../../analysis/map-place';
import type { Rgb } from '../../../figures/maps/palette';
import { paintPicture } from '../../../figures/maps/picture';
import type { ImageItem } from '../../../state/slices/types';
import type { Grid } from '../../../vocabulary/maps';
import { useAppState, useWords } from '../../hooks/use-app';
import type { PredictionVerdict } from '../../hooks/use-verdicts';
import { ImageMarks } from '../../images/ImageMarks';
import { useOpenImage } from '../open-image';
import type { MapLoader } from './map-loader';

/**
 * About how many pixels across a map is painted: four per patch are as smooth as more, once the
 * browser enlarges them, and a row of cells must be painted within a frame.
 */
const MAP_SIDE = 56;

interface GridCellProps {
  image: ImageItem;
  /** Where it stands among all in the grid, from 1, and how many those are. */
  place: number;
  total: number;
  left: number;
  top: number;
  query: number;
  colour: Rgb;
  grid: Grid;
  loader: MapLoader;
  verdict: PredictionVerdict | undefined;
  /** What the images are sorted by, for this one. */
  value: string | null;
}

/** One image in grey under the query's map, with its name, its class and how it was judged. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const words = useWords();
  const { image, query, grid, loader, verdict, value } = props;
  const map = useSyncExternalStore(loader.subscribe, () => loader.read(image.id));
  const openImage = useOpenImage();
  const selected = useAppState((state) => state.selectedImageId === image.id);
  const className = useClassName(image.classId);
  const predicted = useClassName(verdict?.classId);
  const wrong = verdict !== undefined && verdict.classId !== image.classId;
  const heldOut = verdict?.part === 'heldOut';
  const where = useMemo(() => (map ? placeOfWeight(map, grid) : null), [map, grid]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox
    <div
      id={cellId(image.id)}
      role="option"
      aria-selected={selected}
      aria-posinset={props.place}
      aria-setsize={props.total}
      aria-label={words.queries.one.cell(image.name, className, where && words.describe.map(where))}
      aria-description={words.describe.state(image.status, heldOut, wrong) || undefined}
      className="cell-image"
      style={{ left: props.left, top: props.top }}
      onClick={() => openImage(image.id, query)}
    >
      <div className="cell-image__picture">
        {image.cropUrl !== null && (
          <img src={image.cropUrl} alt="" decoding="async" draggable={false} />
        )}
        <MapCanvas map={map} grid={grid} colour={props.colour} />
        <ImageMarks failed={false} heldOut={heldOut} wrong={wrong} />
      </div>
      <span className="cell-image__name">
        <bdi>{image.name}</bdi>
      </span>
      <span className="cell-image__class">
        <bdi>{className}</bdi>
        {wrong && (
          <span className="cell-image__wrong">
            → <bdi>{predicted}</bdi>
          </span>
        )}
        {value !== null && <span className="cell-image__value">{value}</span>}
      </span>
    </div>
  );
});

function useClassName(classId: string | undefined): string {
  const words = useWords();
  const name = useAppState(({ classes }) => classes.find(({ id }) => id === classId)?.name);
  return name ?? words.describe.deletedClass;
}

export function cellId(imageId: string): string {
  return `cell-${imageId}`;
}

interface MapCanvasProps {
  map: Float32Array | null;
  grid: Grid;
  colour: Rgb;
}

function MapCanvas({ map, grid, colour }: MapCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const drawing = useAppState((state) => state.drawing);
  // Drawn before the browser paints: a cell that scrolls into view has its map from the start.
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    if (!map) {
      canvas.width = 1;
      canvas.height = 1;
      return;
    }
    const scale = drawing.smooth ? Math.max(1, Math.round(MAP_SIDE / grid.width)) : 1;
    const subject = { kind: 'query', weights: map, colour } as const;
    const { width, height, pixels } = paintPicture({ subject, grid, scale, drawing });
    canvas.width = width;
    canvas.height = height;
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [map, grid, colour, drawing]);
  return (
    <canvas
      ref={ref}
      width={1}
      height={1}
      data-drawn={map ? '' : undefined}
      data-flat={drawing.smooth ? undefined : ''}
    />
  );
}
