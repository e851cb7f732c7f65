import { useState } from 'react';
import { createPortal } from 'react-dom';
import { type LabelBox, labelPlaces } from '../../figures/layout/label-places';
import { spread } from '../../numbers/isotonic';
import { usePlot } from '../charts/use-plot';
import { useWords } from '../hooks/use-app';
import type { DrawnRow } from './drawn-row';
import { FigurePoint } from './FigurePoint';

interface FigureMarksProps {
  rows: readonly DrawnRow[];
  /** Where entries without parameters stand; null where there is none. */
  zero: number | null;
  domain: readonly [low: number, high: number];
  /** Lies over the picture and takes the buttons, which a picture can't hold. */
  layer: HTMLElement | null;
}

interface FigureMark {
  row: DrawnRow;
  /** Beside the point. */
  tag: string;
  x: number;
  y: number;
  /** Ends of its interval. */
  top: number;
  bottom: number;
}

/** Pixels between the middles of two points that would overlap. */
const APART = 11;

/** What stands between the axes: EP's line, intervals, points with their labels, and their buttons. */
export function FigureMarks({ rows, zero, domain, layer }: FigureMarksProps) {
  const { entryTag } = useWords().probes;
  const plot = usePlot();
  const [active, setActive] = useState<string | null>(null);
  if (!plot) return null;

  const { area, x } = plot;
  const y = (share: number) => plot.y(Math.min(1, Math.max(0, share)));
  const wanted = rows.map(({ facts }) => x(facts.parameters.total || zero || domain[0]));
  const places = spread(wanted, APART, area.x + 8, area.x + area.width - 8);
  const marks = rows.map((row, index): FigureMark => {
    const { mean, standardError } = row.accuracy;
    return {
      row,
      tag: entryTag(row.probe),
      x: places[index] ?? 0,
      y: y(mean),
      top: y(mean + (standardError ?? 0)),
      bottom: y(mean - (standardError ?? 0)),
    };
  });
  const ep = marks.filter(({ row }) => row.kind === 'ep').sort((a, b) => a.x - b.x);
  const labels = labelPlaces(
    marks.map((mark) => ({
      ...mark,
      width: 6.1 * mark.tag.length + 3,
      height: 14,
      always: mark.row.bestEp,
    })),
    { x: area.x, y: area.y - 10, width: area.width + 10, height: area.height + 8 },
    alongLine(ep),
  );
  const bottom = area.y + area.height;
  return (
    <>
      {zero !== null && <Break x={(x(zero) + x(zero * 2.8)) / 2} y={bottom} />}
      <g data-active={active === null ? undefined : ''} className="marks">
        <polyline
          className="marks__line"
          points={ep.map((mark) => `${mark.x},${mark.y}`).join(' ')}
        />
        {marks.map(({ row, x: at, top, bottom: end }) => (
          <path
            key={row.key}
            className="marks__interval"
            data-kind={row.kind}
            data-active={row.key === active || undefined}
            d={`M${at} ${top}V${end}M${at - 3} ${top}h6M${at - 3} ${end}h6`}
          />
        ))}
        {marks.map(({ row, x: at, y: height }) => (
          <circle
            key={row.key}
            className="marks__point"
            data-kind={row.kind}
            data-best={row.bestEp || undefined}
            cx={at}
            cy={height}
            r={row.bestEp ? 5.5 : 4}
          />
        ))}
        {labels.map(
          (place, index) =>
            place?.leader && (
              <path
                key={marks[index]?.row.key}
                className="marks__leader"
                d={`M${place.leader.x + 1} ${place.leader.y}v${place.leader.height}`}
              />
            ),
        )}
        {marks.map(({ row, tag }, index) => {
          const box = labels[index]?.box;
          if (!box) return null;
          return (
            <text
              key={row.key}
              className="marks__label"
              data-kind={row.kind}
              data-best={row.bestEp || undefined}
              x={box.x + 1}
              y={box.y + 11}
            >
              {tag}
            </text>
          );
        })}
      </g>
      {layer &&
        createPortal(
          marks.map((mark) => (
            <FigurePoint
              key={mark.row.key}
              row={mark.row}
              x={mark.x}
              y={mark.y}
              onActive={(on) => setActive(on ? mark.row.key : null)}
            />
          )),
          layer,
        )}
    </>
  );
}

/** Small boxes along the line through points, dense enough that no label slips between them. */
function alongLine(points: readonly { x: number; y: number }[]): LabelBox[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5);
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps - 2,
      y: from.y + ((to.y - from.y) * step) / steps - 2,
      width: 4,
      height: 4,
    }));
  });
}

/** Two slashes through the axis: what is left of it stands at no place of the scale. */
function Break({ x, y }: { x: number; y: number }) {
  return (
    <g className="marks__break">
      <path className="marks__gap" d={`M${x - 3} ${y}h6`} />
      <path d={`M${x - 5} ${y + 5}l4-10M${x + 1} ${y + 5}l4-10`} />
    </g>
  );
}
