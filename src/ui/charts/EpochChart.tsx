import type { Ref } from 'react';
import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { CurvePoint } from '../../vocabulary/heads';
import { TICK } from './tick';

interface EpochChartProps {
  /** Gets the drawn chart, to save it. */
  svg: Ref<SVGSVGElement>;
  curve: readonly CurvePoint[];
  epochs: number;
  /** A dotted line at this epoch; null for none. */
  marked: number | null;
  /** What the two lines show. */
  keys: readonly [training: keyof CurvePoint, heldOut: keyof CurvePoint];
  domain: [low: number, high: number | 'dataMax'];
  write(value: number): string;
}

/** Two numbers by epoch, as wide and high as their place. */
export function EpochChart({ svg, curve, epochs, marked, keys, domain, write }: EpochChartProps) {
  const [training, heldOut] = keys;
  return (
    <ResponsiveContainer>
      <LineChart
        ref={svg}
        data={[...curve]}
        margin={{ top: 4, right: 2, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="epoch"
          type="number"
          domain={[0, epochs]}
          ticks={[0, epochs / 2, epochs]}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          height={16}
          tickMargin={2}
        />
        <YAxis
          domain={domain}
          tickCount={3}
          tick={TICK}
          tickFormatter={write}
          tickLine={false}
          axisLine={false}
          width={44}
        />
        {marked !== null && (
          <ReferenceLine x={marked} stroke="var(--ink-3)" strokeDasharray="2 3" />
        )}
        <Line
          dataKey={training}
          stroke="var(--ink-3)"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey={heldOut}
          stroke="var(--accent)"
          strokeWidth={1.75}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
