import type { Attribution } from '../../analysis/attribution';
import { EVIDENCE_AGAINST, EVIDENCE_FOR, type Rgb } from '../../figures/maps/palette';
import { CHIP, chipMarks } from '../../figures/scene/compose-figure';
import { HAIRLINE, INK, INK_SOFT, type Mark } from '../../figures/scene/figure';
import type { Art } from '../../figures/scene/saved-figure';
import type { MeasureText } from '../../figures/scene/set-text';
import type { Words } from '../../messages/words';
import { queryChip, rgb } from './query-legend';

interface Row {
  query: number | null;
  label: string;
  value: number;
}

const ROW = 24;
const WIDTH = 300;
/** Rows of single queries; the others stand together in one, so that the sum still holds. */
const MOST = 12;
const TEXT = { size: 11, weight: 450 } as const;

/** How a logit adds up: a signed bar per query, then what no query says, then the logit. */
export function evidenceBars(
  { perQuery, cls, constant, logit }: Attribution,
  colours: readonly Rgb[],
  measure: MeasureText,
  { exports: { picture: words }, format: { signed } }: Words,
): { marks: Mark<Art>[]; width: number; height: number } {
  const rows: Row[] = [
    ...queryRows(perQuery, colours.length > 0, words),
    ...(cls === null ? [] : [{ query: null, label: '[CLS]', value: cls }]),
    { query: null, label: words.constant, value: constant },
  ];
  const names = 76;
  const numbers = 44;
  const sides = [...rows.map(({ value }) => value), logit, 0];
  const low = Math.min(...sides);
  const high = Math.max(...sides);
  const scale = (WIDTH - names - numbers) / Math.max(high - low, Number.MIN_VALUE);
  const zero = names - low * scale;
  const marks: Mark<Art>[] = [];
  const put = ({ query, label, value }: Row, y: number, strong: boolean) => {
    const baseline = y + ROW / 2 + TEXT.size * 0.36;
    const ink = strong ? INK : INK_SOFT;
    const weight = strong ? 650 : TEXT.weight;
    if (query === null) {
      const at = { x: 0, y: baseline };
      marks.push({
        kind: 'text',
        text: label,
        ...at,
        align: 'start',
        size: TEXT.size,
        weight,
        fill: ink,
      });
    } else {
      const at = { x: 0, y: y + (ROW - CHIP) / 2 };
      marks.push(...chipMarks<Art>(queryChip(query, colours[query]), at, measure).marks);
    }
    const end = zero + value * scale;
    marks.push(
      {
        kind: 'rect',
        x: Math.min(zero, end),
        y: y + 5,
        width: Math.abs(end - zero),
        height: ROW - 10,
        fill: rgb(value < 0 ? EVIDENCE_AGAINST : EVIDENCE_FOR),
      },
      {
        kind: 'text',
        text: signed(value, 2),
        x: WIDTH,
        y: baseline,
        align: 'end',
        size: TEXT.size,
        weight,
        fill: ink,
      },
    );
  };
  rows.forEach((row, index) => {
    put(row, index * ROW, false);
  });
  const sum = rows.length * ROW + 6;
  marks.push({
    kind: 'line',
    from: [0, sum - 3],
    to: [WIDTH, sum - 3],
    stroke: HAIRLINE,
    strokeWidth: 1,
  });
  put({ query: null, label: words.logit, value: logit }, sum, true);
  marks.push({
    kind: 'line',
    from: [zero, 0],
    to: [zero, sum + ROW],
    stroke: INK_SOFT,
    strokeWidth: 1,
  });
  return { marks, width: WIDTH, height: sum + ROW };
}

function queryRows(
  perQuery: Float64Array,
  queries: boolean,
  words: Words['exports']['picture'],
): Row[] {
  const all = Array.from(perQuery, (value, query) => ({ query, label: '', value }));
  // A probe that only averages has one map, and it is no query's.
  if (!queries) return all.map(({ value }) => ({ query: null, label: words.patches, value }));
  if (all.length <= MOST) return all;
  const bySize = all.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const kept = new Set(bySize.slice(0, MOST - 1).map(({ query }) => query));
  const rest = all.filter(({ query }) => !kept.has(query));
  return [
    ...all.filter(({ query }) => kept.has(query)),
    {
      query: null,
      label: words.others(rest.length),
      value: rest.reduce((sum, { value }) => sum + value, 0),
    },
  ];
}
