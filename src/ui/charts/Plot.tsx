import type { ReactNode, Ref } from 'react';
import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { TICK } from './tick';

/** An axis with its ticks, and how they are written. */
export interface PlotAxis {
  domain: readonly [low: number, high: number];
  ticks: readonly number[];
  write(value: number): string;
}

interface PlotProps {
  /** Gets the drawn plot, to save it. */
  svg: Ref<SVGSVGElement>;
  /** `log`: a logarithmic axis, marked at its ticks. */
  x: PlotAxis & { log?: boolean };
  /** A number of bands, from the top down, where there is nothing to read off. */
  y: PlotAxis | { bands: number };
  margin: { top: number; right: number; bottom: number; left: number };
  /** Dotted lines across. */
  levels?: readonly { key: string; y: number }[];
  /** The marks; they learn their places by `usePlot`. */
  children: ReactNode;
}

/** Where marks lie, so that the axes don't cross them. */
const ABOVE_AXES = 700;
/** The children draw the points; without a scatter the chart would have no axes. */
const NO_POINTS: { x: number; y: number }[] = [];

/** Axes as wide and high as their place, with marks of its own. */
export function Plot({ svg, x, y, margin, levels = [], children }: PlotProps) {
  const bands = 'bands' in y;
  return (
    <ResponsiveContainer>
      <ScatterChart ref={svg} margin={margin} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" vertical={bands} horizontal={!bands} />
        <XAxis
          dataKey="x"
          type="number"
          scale={x.log ? 'log' : 'auto'}
          domain={[...x.domain]}
          ticks={[...x.ticks]}
          tickFormatter={x.write}
          allowDataOverflow
          tick={TICK}
          tickLine={x.log ? { stroke: 'var(--line-strong)' } : false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          height={22}
          {...(x.log ? { tickSize: 4 } : {})}
          interval={0}
        />
        {bands ? (
          <YAxis dataKey="y" type="number" domain={[0, y.bands]} allowDataOverflow reversed hide />
        ) : (
          <YAxis
            dataKey="y"
            type="number"
            domain={[...y.domain]}
            ticks={[...y.ticks]}
            tickFormatter={y.write}
            allowDataOverflow
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={46}
          />
        )}
        {levels.map((level) => (
          <ReferenceLine
            key={level.key}
            y={level.y}
            stroke="var(--ink-3)"
            strokeOpacity={0.7}
            strokeDasharray="2 3"
          />
        ))}
        <Scatter data={NO_POINTS} isAnimationActive={false} />
        <ZIndexLayer zIndex={ABOVE_AXES}>{children}</ZIndexLayer>
      </ScatterChart>
    </ResponsiveContainer>
  );
}
