import { COMPARED, type Compared, type ComparisonRow } from '../../../state/derive/comparison-rows';
import { usePlot } from '../../charts/use-plot';
import { useWords } from '../../hooks/use-app';

/** Lines of a band: its name, then one per probe. */
const LINES = 4.6;
/** Pixels that the words beside a point need. */
const WORDS = 76;
/** How a point looks, in the words of the other figure. */
const KINDS: Record<Compared, string> = { knn: 'floor', linear: 'other', ep: 'ep' };

/** A band per backbone: its name, and under it a point with its interval for every probe. */
export function BackboneMarks({ rows }: { rows: readonly ComparisonRow[] }) {
  const { backbones, compare } = useWords();
  const words = compare.backbones;
  const plot = usePlot();
  if (!plot) return null;
  const { area } = plot;
  const x = (share: number) => plot.x(Math.min(1, Math.max(0, share)));
  const band = area.height / rows.length;
  const line = band / LINES;
  return (
    <g className="marks">
      {rows.map((row, index) => {
        const top = area.y + index * band;
        const stale = row.stale && words.stale[row.stale];
        return (
          <g key={row.backboneId} className="band" data-stale={stale !== null || undefined}>
            {index > 0 && <path className="band__line" d={`M${area.x} ${top}h${area.width}`} />}
            <text className="band__name" x={area.x} y={top + 0.8 * line}>
              {row.label}
              <tspan className="band__family" dx="8">
                {words.figure.familyAndStale(backbones.families[row.family].label, stale)}
              </tspan>
            </text>
            {COMPARED.map((probe, at) => {
              const accuracy = row.accuracies[probe];
              if (!accuracy) return null;
              const { mean, standardError } = accuracy;
              const y = top + (at + 1.6) * line;
              const [low, high] = [x(mean - (standardError ?? 0)), x(mean + (standardError ?? 0))];
              const before = high + WORDS > area.x + area.width + 16;
              return (
                <g key={probe}>
                  <path
                    className="marks__interval"
                    data-kind={KINDS[probe]}
                    d={`M${low} ${y}H${high}M${low} ${y - 3}v6M${high} ${y - 3}v6`}
                  />
                  <circle
                    className="marks__point"
                    data-kind={KINDS[probe]}
                    cx={x(mean)}
                    cy={y}
                    r={4}
                  />
                  <text
                    className="marks__label"
                    data-kind={KINDS[probe]}
                    x={before ? low - 8 : high + 8}
                    y={y + 4}
                    textAnchor={before ? 'end' : 'start'}
                  >
                    {words.figure.mark(probe, row, mean)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}
