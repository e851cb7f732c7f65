import { attributeLogit, evidenceMap } from '../../analysis/attribution';
import { peakWeight } from '../../analysis/patch';
import { evidencePeak } from '../../figures/maps/evidence-figure';
import type { Drawing } from '../../figures/maps/opacity';
import type { Rgb } from '../../figures/maps/palette';
import { composeFigure, moved } from '../../figures/scene/compose-figure';
import type { Art, PagePicture } from '../../figures/scene/saved-figure';
import type { CaptionedLayer, Words } from '../../messages/words';
import type { AppState, ClassLabel, TrainedRun } from '../../state/slices/types';
import type { Evidence } from '../../vocabulary/evidence';
import type { AttentionMaps, Grid } from '../../vocabulary/maps';
import { pictureName } from '../picture-name';
import { evidenceBars } from './evidence-bars';
import { headFacts, probeInName } from './head-facts';
import { evidenceLegend, queryChip, queryLegend } from './query-legend';
import { measuring } from './render-picture';
import { type Tile, tileMarks } from './tiles';

/** One image as a head sees it. */
export interface Seen {
  /** The page as it is when the picture is made. */
  state: AppState;
  /** Of the image. */
  name: string;
  photo: ImageBitmap;
  grid: Grid;
  drawing: Drawing;
  /** One per query; none where nothing attends. */
  colours: readonly Rgb[];
  /** null while it trains. */
  run: TrainedRun | null;
}

/** Side of a picture that stands alone, in CSS pixels. */
const LARGE = 448;
const WIDEST = 880;

/** The joint figure of all queries, or one query's map. */
export async function attentionPicture(
  seen: Seen,
  maps: AttentionMaps,
  query: number | null,
  words: Words,
): Promise<PagePicture> {
  const { file, picture } = words.exports;
  const measure = await measuring();
  const tile: Tile = { art: [below(seen), attentionArt(seen, maps, query)] };
  const parts = tileMarks([tile], { columns: 1, side: LARGE }, measure);
  const chips = query === null ? seen.colours : seen.colours.slice(query, query + 1);
  const legend =
    query === null
      ? queryLegend(chips, picture)
      : {
          kind: 'chips' as const,
          title: picture.query,
          chips: [
            {
              ...queryChip(query, seen.colours[query]),
              label: picture.atMost(peakWeight(mapOf(maps, query))),
            },
          ],
        };
  const shown: CaptionedLayer =
    query === null
      ? { kind: 'joint', opacity: seen.drawing.opacity, groups: groupsOf(seen.colours) }
      : { kind: 'query', query };
  return {
    name: fileName(seen, words, query === null ? file.joint : file.query(query)),
    figure: composeFigure(
      { ...parts, ...captioned(seen, words, shown), legends: [legend] },
      measure,
    ),
  };
}

/** The photo, the joint figure and every query's map, small, in one picture. */
export async function multiplesPicture(
  seen: Seen,
  maps: AttentionMaps,
  words: Words,
): Promise<PagePicture> {
  const { file, picture } = words.exports;
  const measure = await measuring();
  const tiles: Tile[] = [
    { art: [{ kind: 'photo', bitmap: seen.photo, grey: false }], label: picture.image },
    { art: [below(seen), attentionArt(seen, maps, null)], label: picture.allQueries },
    ...Array.from({ length: maps.queries }, (_, query) => ({
      art: [below(seen), attentionArt(seen, maps, query)],
      chip: queryChip(query, seen.colours[query]),
      label: picture.peak(peakWeight(mapOf(maps, query))),
    })),
  ];
  const shown: CaptionedLayer = {
    kind: 'joint',
    opacity: seen.drawing.opacity,
    groups: groupsOf(seen.colours),
  };
  return {
    name: fileName(seen, words, file.queries),
    figure: composeFigure(
      {
        ...tileMarks(tiles, multiples(tiles.length), measure),
        ...captioned(seen, words, shown, picture.eachQuery),
      },
      measure,
    ),
  };
}

/** The evidence of all patches and how it adds up to the logit, or one query's share of it. */
export async function evidencePicture(
  seen: Seen,
  evidence: Evidence,
  classes: readonly ClassLabel[],
  query: number | null,
  words: Words,
): Promise<PagePicture> {
  const { file, picture } = words.exports;
  const measure = await measuring();
  const peak = peakOf(evidence);
  const tile: Tile = { art: [below(seen), evidenceArt(seen, evidence, query, peak)] };
  const map = tileMarks([tile], { columns: 1, side: LARGE }, measure);
  const bars =
    query === null ? evidenceBars(attributeLogit(evidence), seen.colours, measure, words) : null;
  const right = map.width + 28;
  const height = Math.max(map.height, bars?.height ?? 0);
  const down = Math.round((height - (bars?.height ?? 0)) / 2);
  return {
    name: fileName(
      seen,
      words,
      evidenceName(evidence, classes, words),
      query === null ? '' : file.query(query),
    ),
    figure: composeFigure(
      {
        marks: [...map.marks, ...(bars?.marks ?? []).map((mark) => moved(mark, right, down))],
        width: bars ? right + bars.width : map.width,
        height,
        ...captioned(
          seen,
          words,
          evidenceShown(evidence, classes, query, words),
          ...(bars ? [picture.bars] : []),
        ),
        legends: [evidenceLegend(peak, seen.drawing.opacity, picture)],
      },
      measure,
    ),
  };
}

/** Every query's share of the evidence, small, in one picture. */
export async function evidenceMultiplesPicture(
  seen: Seen,
  evidence: Evidence,
  classes: readonly ClassLabel[],
  words: Words,
): Promise<PagePicture> {
  const { file, picture } = words.exports;
  const measure = await measuring();
  const peak = peakOf(evidence);
  const { perQuery } = attributeLogit(evidence);
  const whole = perQuery.reduce((sum, value) => sum + value, 0);
  const tiles: Tile[] = [
    { art: [{ kind: 'photo', bitmap: seen.photo, grey: false }], label: picture.image },
    {
      art: [below(seen), evidenceArt(seen, evidence, null, peak)],
      label: picture.allQueriesWith(whole),
    },
    ...Array.from(perQuery, (value, query) => ({
      art: [below(seen), evidenceArt(seen, evidence, query, peak)],
      chip: queryChip(query, seen.colours[query]),
      label: words.format.signed(value, 2),
    })),
  ];
  return {
    name: fileName(seen, words, evidenceName(evidence, classes, words), file.queries),
    figure: composeFigure(
      {
        ...tileMarks(tiles, multiples(tiles.length), measure),
        ...captioned(seen, words, evidenceShown(evidence, classes, null, words)),
        legends: [evidenceLegend(peak, seen.drawing.opacity, picture)],
      },
      measure,
    ),
  };
}

function below({ photo }: Seen): Art {
  return { kind: 'photo', bitmap: photo, grey: true };
}

/** A map to be laid over a photo: all queries in one, or one of them. */
export function attentionArt(
  { grid, drawing, colours }: Pick<Seen, 'grid' | 'drawing' | 'colours'>,
  maps: AttentionMaps,
  query: number | null,
): Art {
  const { queries, weights } = maps;
  if (query === null) {
    // Copied: sending part of an array, or one that is shown, would take more along than it.
    const subject = { kind: 'joint' as const, weights: weights.slice(), queries, colours };
    return { kind: 'map', request: { subject, grid, drawing } };
  }
  const subject = {
    kind: 'query' as const,
    weights: mapOf(maps, query),
    colour: colours[query] ?? ([128, 128, 128] as const),
  };
  return { kind: 'map', request: { subject, grid, drawing } };
}

function evidenceArt(
  { grid, drawing }: Seen,
  evidence: Evidence,
  query: number | null,
  peak: number,
): Art {
  const subject = { kind: 'evidence' as const, values: evidenceMap(evidence, query), peak };
  return { kind: 'map', request: { subject, grid, drawing } };
}

function mapOf({ weights, patches }: AttentionMaps, query: number): Float32Array {
  return weights.slice(query * patches, (query + 1) * patches);
}

/** One scale for all pictures of one attribution, as on the page. */
function peakOf(evidence: Evidence): number {
  const parts = Array.from({ length: evidence.queries }, (_, query) =>
    evidenceMap(evidence, query),
  );
  return evidencePeak(evidenceMap(evidence, null), ...parts);
}

/** How many groups the colours stand for; null where every query has its own. */
export function groupsOf(colours: readonly Rgb[]): number | null {
  const different = new Set(colours.map((colour) => colour.join())).size;
  return different < colours.length ? different : null;
}

/** Small pictures fill rows evenly, and stay large enough to be read. */
function multiples(count: number): { columns: number; side: number } {
  const most = count <= 5 ? 5 : count <= 18 ? 6 : 9;
  const rows = Math.ceil(count / most);
  const columns = Math.ceil(count / rows);
  return { columns, side: Math.min(168, Math.floor((WIDEST - 8 * (columns - 1)) / columns)) };
}

/** @param more sentences on what is shown, before where it comes from. */
function captioned(
  { name, run, state }: Seen,
  words: Words,
  shown: CaptionedLayer,
  ...more: string[]
): { title: string; caption: string[] } {
  const [said, origin] = words.caption.picture({ ...headFacts(state, run), shown });
  return { title: name, caption: [said, ...more, origin] };
}

function evidenceShown(
  { classIndex, against }: Evidence,
  classes: readonly ClassLabel[],
  query: number | null,
  words: Words,
): CaptionedLayer {
  const nameOf = (index: number) => classes[index]?.name ?? words.describe.deletedClass;
  return {
    kind: 'evidence',
    of: nameOf(classIndex),
    against: against === null ? null : nameOf(against),
    query,
  };
}

function evidenceName(
  { classIndex, against }: Evidence,
  classes: readonly ClassLabel[],
  words: Words,
): string {
  const nameOf = (index: number) => classes[index]?.name ?? '';
  return words.exports.file.evidence(nameOf(classIndex), against === null ? null : nameOf(against));
}

function fileName({ name, run, state }: Seen, words: Words, ...what: string[]): string {
  const { epoch } = headFacts(state, run);
  return pictureName(
    ...what,
    name,
    probeInName((run ?? state).probe),
    epoch === null ? '' : words.exports.file.epoch(epoch),
  );
}
