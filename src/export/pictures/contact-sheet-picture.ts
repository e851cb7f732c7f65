import { contactSheet } from '../../figures/layout/contact-sheet';
import type { Drawing } from '../../figures/maps/opacity';
import type { Rgb } from '../../figures/maps/palette';
import { composeFigure } from '../../figures/scene/compose-figure';
import type { Mark } from '../../figures/scene/figure';
import type { Art, PagePicture } from '../../figures/scene/saved-figure';
import type { Words } from '../../messages/words';
import type { AppState, TrainedRun } from '../../state/slices/types';
import type { AttentionMaps, Grid } from '../../vocabulary/maps';
import { pictureName } from '../picture-name';
import { headFacts, probeInName } from './head-facts';
import { queryLegend } from './query-legend';
import { measuring } from './render-picture';
import { attentionArt, groupsOf } from './stage-pictures';
import { squareMarks } from './tiles';

/** One image of a sheet. */
export interface SheetImage {
  photo: ImageBitmap;
  maps: AttentionMaps;
}

export interface SheetOptions {
  /** The page as it is when the picture is made. */
  state: AppState;
  grid: Grid;
  drawing: Drawing;
  colours: readonly Rgb[];
  run: TrainedRun;
  /** The photo above each figure, as in the paper. */
  pairs: boolean;
  /** null for as many as make the sheet somewhat wider than high. */
  columns: number | null;
}

/** Width for which the figures are made, in CSS pixels. */
const WIDTH = 960;
const GAP = 6;
/** Between a photo and its figure: closer than to any other. */
const PAIR = 2;
const SMALLEST = 72;
const LARGEST = 224;

/** Joint figures of several images on one sheet, as in the paper. */
export async function contactSheetPicture(
  images: readonly SheetImage[],
  { state, pairs, columns, run, ...look }: SheetOptions,
  words: Words,
): Promise<PagePicture> {
  const measure = await measuring();
  const high = (side: number) => (pairs ? 2 * side + PAIR : side);
  const layout = (side: number) =>
    contactSheet(images.length, {
      figure: { width: side, height: high(side) },
      gap: GAP,
      margin: 0,
      captionHeight: 0,
      ...(columns === null ? {} : { columns }),
    });
  const across = layout(100).columns;
  const fitting = Math.floor((WIDTH + GAP) / across) - GAP;
  const side = Math.min(LARGEST, Math.max(SMALLEST, fitting));
  const sheet = layout(side);
  const marks = sheet.figures.flatMap(({ x, y }, index): Mark<Art>[] => {
    const image = images[index];
    if (!image) return [];
    const { photo, maps } = image;
    const square = { x, width: side, height: side };
    const figure = squareMarks(
      [{ kind: 'photo', bitmap: photo, grey: true }, attentionArt(look, maps, null)],
      { ...square, y: pairs ? y + side + PAIR : y },
    );
    if (!pairs) return figure;
    return [
      ...squareMarks([{ kind: 'photo', bitmap: photo, grey: false }], { ...square, y }),
      ...figure,
    ];
  });
  const facts = headFacts(state, run);
  const shown = {
    kind: 'joint' as const,
    opacity: look.drawing.opacity,
    groups: groupsOf(look.colours),
  };
  const { file, picture } = words.exports;
  return {
    name: pictureName(
      file.sheet,
      file.images(images.length),
      probeInName(run.probe),
      facts.epoch === null ? '' : file.epoch(facts.epoch),
    ),
    figure: composeFigure(
      {
        width: sheet.width,
        height: sheet.height,
        marks,
        title: picture.sheet(look.colours.length, images.length),
        caption: [...(pairs ? [picture.pairs] : []), ...words.caption.picture({ ...facts, shown })],
        legends: [queryLegend(look.colours, picture)],
      },
      measure,
    ),
  };
}
