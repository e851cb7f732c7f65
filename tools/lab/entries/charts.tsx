import { useRef } from 'react';
import { EpochChart } from '../../../src/ui/charts/EpochChart';
import { Plot } from '../../../src/ui/charts/Plot';
import { usePlot } from '../../../src/ui/charts/use-plot';
import type { CurvePoint } from '../../../src/vocabulary/heads';
import type { Entry } from '../entry';
import { curveTo } from '../scenes';

const percent = (value: number) => `${Math.round(100 * value)} %`;
const SHARE = { domain: [0, 1], ticks: [0, 0.5, 1], write: percent } as const;
const MARGIN = { top: 8, right: 20, bottom: 0, left: 0 };

export const entries: readonly Entry[] = [
  {
    title: 'Epoch chart',
    states: [
      { name: 'accuracy, trained', render: () => <Accuracy curve={curveTo(100)} marked={60} /> },
      { name: 'under way', render: () => <Accuracy curve={curveTo(30)} marked={null} /> },
      { name: 'the first epoch', render: () => <Accuracy curve={curveTo(0)} marked={null} /> },
      { name: 'nothing yet', render: () => <Accuracy curve={[]} marked={null} /> },
      {
        name: 'nothing held out',
        render: () => <Accuracy curve={curveTo(100, false)} marked={100} />,
      },
    ],
  },
  {
    title: 'Plot',
    states: [
      {
        name: 'linear',
        render: () => <Marked x={{ ...SHARE }} y={SHARE} points={[0.2, 0.5, 0.8]} />,
      },
      {
        name: 'logarithmic, with a level',
        render: () => (
          <Marked
            x={{ domain: [1, 1000], ticks: [1, 10, 100, 1000], write: String, log: true }}
            y={SHARE}
            points={[2, 40, 600]}
            level={0.5}
          />
        ),
      },
      {
        name: 'bands',
        render: () => <Marked x={{ ...SHARE }} y={{ bands: 3 }} points={[0.3, 0.6, 0.9]} />,
      },
      { name: 'empty', render: () => <Marked x={{ ...SHARE }} y={SHARE} points={[]} /> },
    ],
  },
];

function Accuracy({ curve, marked }: { curve: readonly CurvePoint[]; marked: number | null }) {
  const svg = useRef<SVGSVGElement>(null);
  return (
    <div className="lab__chart">
      <EpochChart
        svg={svg}
        curve={curve}
        epochs={100}
        marked={marked}
        keys={['trainAccuracy', 'heldOutAccuracy']}
        domain={[0, 1]}
        write={percent}
      />
    </div>
  );
}

type Axes = Pick<Parameters<typeof Plot>[0], 'x' | 'y'>;

function Marked({ x, y, points, level }: Axes & { points: readonly number[]; level?: number }) {
  const svg = useRef<SVGSVGElement>(null);
  return (
    <div className="lab__chart">
      <Plot
        svg={svg}
        x={x}
        y={y}
        margin={MARGIN}
        levels={level === undefined ? [] : [{ key: 'level', y: level }]}
      >
        <Marks points={points} bands={'bands' in y} />
      </Plot>
    </div>
  );
}

/** Rising from left to right, or one in each band. */
function Marks({ points, bands }: { points: readonly number[]; bands: boolean }) {
  const plot = usePlot();
  return points.map((point, index) => (
    <circle
      key={point}
      cx={plot?.x(point)}
      cy={plot?.y(bands ? index + 0.5 : (index + 1) / (points.length + 1))}
      r={4}
      fill="var(--accent)"
    />
  ));
}
