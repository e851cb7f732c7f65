import { queryColours } from '../../../figures/maps/palette';
import { spread } from '../../../numbers/isotonic';
import type { ShotRow } from '../../../study/low-shot/shot-rows';
import { usePlot } from '../../charts/use-plot';
import { useWords } from '../../hooks/use-app';

/** Pixels between points of one size, and between the middles of two names. */
const APART = 4;
const LINE = 14;

/** The lines between the axes, each with its intervals, points of its own shape, and its name. */
export function ShotMarks({ rows, sizes }: { rows: readonly ShotRow[]; sizes: readonly number[] }) {
  const { entryTag } = useWords().probes;
  const plot = usePlot();
  if (!plot) return null;
  const { area } = plot;
  const y = (share: number) => plot.y(Math.min(1, Math.max(0, share)));
  const lines = rows.flatMap((row, index) => {
    const aside = (index - (rows.length - 1) / 2) * APART;
    const points = sizes.flatMap((size, at) => {
      const accuracy = row.accuracies[at];
      if (!accuracy) return [];
      const { mean, standardError } = accuracy;
      const [top, bottom] = [y(mean + (standardError ?? 0)), y(mean - (standardError ?? 0))];
      return [{ size, x: plot.x(size) + aside, y: y(mean), top, bottom }];
    });
    const last = points.at(-1);
    return last ? [{ row, points, last, look: lookOf(row, index) }] : [];
  });
  const names = spread(
    lines.map(({ last }) => last.y),
    LINE,
    area.y,
    area.y + area.height,
  );
  const right = area.x + area.width;
  return (
    <g className="marks">
      {lines.map(({ row, points, last, look }, index) => {
        const nameY = names[index] ?? last.y;
        return (
          <g key={row.key} className="shots" data-kind={look.kind} style={look.style}>
            <path
              className="shots__leader"
              d={`M${last.x + 6} ${last.y}L${right + 2} ${nameY}h4`}
            />
            <polyline
              className="shots__line"
              points={points.map((point) => `${point.x},${point.y}`).join(' ')}
            />
            {points.map(({ size, x, top, bottom }) => (
              <path
                key={size}
                className="shots__interval"
                d={`M${x} ${top}V${bottom}M${x - 3} ${top}h6M${x - 3} ${bottom}h6`}
              />
            ))}
            {points.map((point) => (
              <path
                key={point.size}
                className="shots__point"
                d={`M${point.x} ${point.y}${look.shape}Z`}
              />
            ))}
            <text className="marks__label" data-kind={look.kind} x={right + 9} y={nameY + 4}>
              {entryTag(row.probe)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** From the middle of a point: a disc for EP and mean pooling, then shapes that differ without colour. */
const DISC = 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0';
const SHAPES = [
  'm-3.6 -3.6h7.2v7.2h-7.2',
  'm0 -5l5 5l-5 5l-5 -5',
  'm0 -4.8l4.6 8h-9.2',
  'm0 4.8l4.6 -8h-9.2',
  'm-1.6 -4.6h3.2v3h3v3.2h-3v3h-3.2v-3h-3v-3.2h3',
  'm-4.6 -2.4h9.2v4.8h-9.2',
];

/** Of the queries' colours those that stand out from the ground, light or dark. */
const COLOURS = [5, 2, 6, 4, 1, 0];

interface Look {
  kind: 'ep' | 'floor' | 'other';
  shape: string;
  style?: { color: string };
}

/** @param index of its row: the first two are EP and mean pooling. */
function lookOf({ probe }: ShotRow, index: number): Look {
  if (index === 0) return { kind: 'ep', shape: DISC };
  if (probe.name === 'gap') return { kind: 'floor', shape: DISC };
  const other = (index - 2) % SHAPES.length;
  const [red, green, blue] = queryColours(8)[COLOURS[other] ?? 0] ?? [0, 0, 0];
  return {
    kind: 'other',
    shape: SHAPES[other] ?? DISC,
    style: { color: `rgb(${red} ${green} ${blue})` },
  };
}
