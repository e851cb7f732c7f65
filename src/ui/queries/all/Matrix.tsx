import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useId,
  useMemo,
  useState,
} from 'react';
import { cssColour, inkOn, type Rgb } from '../../../figures/maps/palette';
import type { QueryGroups } from '../../hooks/query-groups';
import { useWords } from '../../hooks/use-app';
import type { MatrixMeasure } from './matrix-measure';
import { matrixPaths } from './matrix-paths';
import { shadeStyle } from './shade-style';

interface MatrixProps {
  /** The drawing, to be taken along. */
  svg: RefObject<SVGSVGElement | null>;
  /** (M, M) */
  values: Float32Array;
  measure: MatrixMeasure;
  /** The queries, as rows and columns stand. */
  order: readonly number[];
  groups: QueryGroups | null;
  colours: readonly Rgb[];
  onPoint(pair: { one: number; other: number } | null): void;
}

/** With more queries their numbers would not fit beside the rows. */
const MOST_NUMBERS = 24;
/** About how wide the cells are together, in CSS pixels. */
const SIDE = 420;

interface Cell {
  row: number;
  column: number;
}

/** Every query against every other, the deeper in colour the more alike; arrows and pointer go from pair to pair. */
export function Matrix({ svg, values, measure, order, groups, colours, onPoint }: MatrixProps) {
  const words = useWords().queries.likeness;
  const [cell, setCell] = useState<Cell | null>(null);
  const hint = useId();
  const count = order.length;
  const size = Math.max(5, Math.min(40, Math.floor(SIDE / count)));
  const band = count <= MOST_NUMBERS ? 26 : 10;
  const side = band + size * count;
  const go = (next: Cell | null) => {
    if (next?.row === cell?.row && next?.column === cell?.column) return;
    setCell(next);
    const one = next && order[next.row];
    const other = next && order[next.column];
    onPoint(
      one === null || one === undefined || other === null || other === undefined
        ? null
        : { one, other },
    );
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = (offset: number) => Math.floor(((offset / box.width) * side - band) / size);
    const row = place(event.clientY - box.top);
    const column = place(event.clientX - box.left);
    const inside = (index: number) => index >= 0 && index < count;
    go(inside(row) && inside(column) ? { row, column } : null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose cells the arrow keys reach
    <div
      className="matrix"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from cell to cell
      tabIndex={0}
      aria-label={words.matrix(count)}
      aria-describedby={hint}
      onKeyDown={(event) => {
        const next = afterKey(event, cell, count);
        if (next !== undefined) go(next);
      }}
    >
      <span id={hint} className="visually-hidden">
        {words.arrows}
      </span>
      <svg
        ref={svg}
        role="img"
        aria-label={words.drawing[measure]}
        width={side}
        height={side}
        viewBox={`0 0 ${side} ${side}`}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={(event) => {
          // A finger that lifts has not pointed elsewhere: what it showed stays.
          if (event.pointerType === 'mouse') go(null);
        }}
      >
        <Labels order={order} colours={colours} size={size} band={band} />
        <g transform={`translate(${band} ${band}) scale(${size})`}>
          <Cells values={values} measure={measure} order={order} />
          <Gaps order={order} groups={groups} size={size} />
          {cell && (
            <rect
              className="matrix__here"
              x={cell.column}
              y={cell.row}
              width={1}
              height={1}
              strokeWidth={2 / size}
            />
          )}
        </g>
      </svg>
    </div>
  );
}

const Cells = memo(function Cells({
  values,
  measure,
  order,
}: Pick<MatrixProps, 'values' | 'measure' | 'order'>) {
  const shades = useMemo(
    () => matrixPaths(values, order, (value) => (measure === 'cosine' ? value : 1 - value)),
    [values, measure, order],
  );
  return shades.map(({ share, path }) => (
    <path key={share} d={path} className="shade" style={shadeStyle(share)} />
  ));
});

/** Hairlines between cells where they are large enough, and wider ones between groups. */
const Gaps = memo(function Gaps({
  order,
  groups,
  size,
}: Pick<MatrixProps, 'order' | 'groups'> & { size: number }) {
  const count = order.length;
  const lines = (places: number[]) =>
    places.map((at) => `M${at} 0v${count}M0 ${at}h${count}`).join('');
  const between = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const groupOf = (index: number) => groups?.groupOf[order[index] ?? 0];
  const bounds = between.filter((at) => groupOf(at) !== groupOf(at - 1));
  return (
    <>
      {size >= 12 && <path className="matrix__gaps" d={lines(between)} strokeWidth={1 / size} />}
      <path className="matrix__gaps" d={lines(bounds)} strokeWidth={Math.min(3, size / 3) / size} />
    </>
  );
});

interface LabelsProps {
  order: readonly number[];
  colours: readonly Rgb[];
  size: number;
  band: number;
}

/** The query of each row and column: its chip, or its colour alone where there are many. */
const Labels = memo(function Labels({ order, colours, size, band }: LabelsProps) {
  const numbered = order.length <= MOST_NUMBERS;
  const long = numbered ? Math.min(18, size - 2) : 6;
  const thick = numbered ? long : size;
  return order.flatMap((query, index) => {
    const colour = colours[query] ?? [128, 128, 128];
    const middle = band + (index + 0.5) * size;
    const near = numbered ? band - 4 - long : 0;
    const box = { rx: numbered ? 4 : 0, fill: cssColour(colour), className: 'matrix__chip' };
    return [
      <rect
        key={`row ${query}`}
        {...box}
        x={near}
        y={middle - thick / 2}
        width={long}
        height={thick}
      />,
      <rect
        key={`column ${query}`}
        {...box}
        x={middle - thick / 2}
        y={near}
        width={thick}
        height={long}
      />,
      ...(numbered
        ? (
            [
              ['row', near + long / 2, middle],
              ['column', middle, near + long / 2],
            ] as const
          ).map(([axis, x, y]) => (
            <text
              key={`number ${axis} ${query}`}
              className="matrix__number"
              x={x}
              y={y}
              fill={inkOn(colour)}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {query + 1}
            </text>
          ))
        : []),
    ];
  });
});

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that a key leads to, null for none; undefined for keys that lead nowhere. */
function afterKey(event: KeyboardEvent, cell: Cell | null, count: number): Cell | null | undefined {
  if (event.key === 'Escape') return null;
  const step = STEPS[event.key];
  if (!step) return undefined;
  event.preventDefault();
  if (!cell) return { row: 0, column: 0 };
  const inside = (index: number) => Math.min(count - 1, Math.max(0, index));
  return { row: inside(cell.row + step[0]), column: inside(cell.column + step[1]) };
}
