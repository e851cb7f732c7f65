import { Toolbar } from 'radix-ui';
import type { CSSProperties } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import type { Grid, TopPatch } from '../../../vocabulary/maps';
import { useAppState, useWords } from '../../hooks/use-app';
import { queryStyle } from '../../kit/QueryChip';
import { useOpenImage } from '../open-image';
import { cropBackground, cropWindow, windowSize } from './crop-window';

interface TopPatchesProps {
  query: number;
  patches: readonly TopPatch[];
  grid: Grid;
  colour: Rgb | undefined;
}

/** Where the query puts most of its weight over all images, as crops of the photos. */
export function TopPatches({ query, patches, grid, colour }: TopPatchesProps) {
  const words = useWords();
  return (
    <Toolbar.Root
      className="crops"
      aria-label={words.queries.one.topPatches(query)}
      style={queryStyle(colour)}
    >
      {patches.map((patch) => (
        <Crop key={`${patch.imageId}-${patch.patch}`} query={query} top={patch} grid={grid} />
      ))}
    </Toolbar.Root>
  );
}

function Crop({ query, top, grid }: { query: number; top: TopPatch; grid: Grid }) {
  const openImage = useOpenImage();
  const words = useWords();
  const image = useAppState((state) => state.images.find(({ id }) => id === top.imageId));
  if (!image || image.cropUrl === null) return null;
  const { patch, weight } = top;
  const window = cropWindow(patch, grid, windowSize(grid));
  const [row, column] = [Math.floor(patch / grid.width), patch % grid.width];
  return (
    <Toolbar.Button
      className="crop"
      aria-label={words.queries.one.topPatch(image.name, patch, grid, weight)}
      onClick={() => openImage(image.id, query, patch)}
    >
      <span
        className="crop__picture"
        style={
          {
            backgroundImage: `url("${image.cropUrl}")`,
            ...cropBackground(window, grid),
            '--size': window.size,
            '--row': row - window.row,
            '--column': column - window.column,
          } as CSSProperties
        }
      >
        <span className="crop__patch" />
      </span>
      <span className="crop__name">
        <bdi>{image.name.replace(/\.[^.]+$/, '')}</bdi>
      </span>
      <span className="crop__weight">{words.format.finePercent(weight)}</span>
    </Toolbar.Button>
  );
}
