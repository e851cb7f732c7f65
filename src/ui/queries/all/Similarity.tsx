import { RadioGroup } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { QueryGroups } from '../../hooks/query-groups';
import { Term } from '../../kit/Term';
import { QueryLink } from '../QueryLink';
import { Matrix } from './Matrix';
import { extremePairs } from './matrix-paths';
import { SaveMatrix } from './SaveMatrix';
import { MATRIX_SCALES, type MatrixMeasure } from './scales';
import { shadeStyle } from './shade-style';

interface SimilarityProps {
  statistics: MapStatistics;
  /** The queries, as rows and columns stand. */
  order: readonly number[];
  groups: QueryGroups | null;
  colours: readonly Rgb[];
}

/** Which queries look at the same places, and which pair does most and least. */
export function Similarity({ statistics, order, groups, colours }: SimilarityProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [measure, setMeasure] = useState<MatrixMeasure>('cosine');
  const [pair, setPair] = useState<{ one: number; other: number } | null>(null);
  const extremes = useMemo(
    () => extremePairs(statistics[measure], statistics.queries),
    [statistics, measure],
  );
  // A large divergence is little likeness.
  const alike = measure === 'cosine' ? extremes?.most : extremes?.least;
  const unlike = measure === 'cosine' ? extremes?.least : extremes?.most;
  const at = pair && pair.one * statistics.queries + pair.other;
  return (
    <section className="likeness" aria-label="Likeness of queries">
      <Matrix
        svg={svg}
        values={statistics[measure]}
        measure={measure}
        order={order}
        groups={groups}
        colours={colours}
        onPoint={setPair}
      />
      <div className="likeness__side">
        <div className="likeness__tools">
          <RadioGroup.Root
            className="segments segments--slim"
            orientation="horizontal"
            aria-label="Measure"
            value={measure}
            onValueChange={(value) => setMeasure(value === 'cosine' ? 'cosine' : 'divergence')}
          >
            <RadioGroup.Item value="cosine" className="segment">
              Cosine
            </RadioGroup.Item>
            <RadioGroup.Item value="divergence" className="segment">
              Jensen–Shannon
            </RadioGroup.Item>
          </RadioGroup.Root>
          <SaveMatrix svg={svg} measure={measure} images={statistics.imageIds.length} />
        </div>
        <Ramp measure={measure} />
        <div className="likeness__pair" aria-live="polite">
          {pair && at !== null ? (
            <>
              <p>
                <QueryLink query={pair.one} colour={colours[pair.one]} />
                {pair.one !== pair.other && (
                  <>
                    {' and '}
                    <QueryLink query={pair.other} colour={colours[pair.other]} />
                  </>
                )}
              </p>
              <dl className="likeness__numbers">
                <dt>
                  <Term of="pairCosine">Cosine</Term>
                </dt>
                <dd>{(statistics.cosine[at] ?? 0).toFixed(2)}</dd>
                <dt>
                  <Term of="divergence">Jensen–Shannon</Term>
                </dt>
                <dd>{(statistics.divergence[at] ?? 0).toFixed(2)} bits</dd>
              </dl>
            </>
          ) : (
            <p className="note">Point at a cell to see how alike two queries are.</p>
          )}
        </div>
        {alike && unlike && statistics.queries > 2 && (
          <dl className="likeness__ends">
            <dt>Most alike</dt>
            <dd>
              <QueryLink query={alike.one} colour={colours[alike.one]} />
              <QueryLink query={alike.other} colour={colours[alike.other]} />
              {inUnits(alike.value, measure)}
            </dd>
            <dt>Least alike</dt>
            <dd>
              <QueryLink query={unlike.one} colour={colours[unlike.one]} />
              <QueryLink query={unlike.other} colour={colours[unlike.other]} />
              {inUnits(unlike.value, measure)}
            </dd>
          </dl>
        )}
      </div>
    </section>
  );
}

function inUnits(value: number, measure: MatrixMeasure): string {
  return measure === 'cosine' ? value.toFixed(2) : `${value.toFixed(2)} bits`;
}

/** What the shades mean: the deeper the colour, the more alike, by either measure. */
function Ramp({ measure }: { measure: MatrixMeasure }) {
  const [from, , to] = MATRIX_SCALES[measure];
  return (
    <div className="ramp">
      <span aria-hidden="true" className="ramp__bar">
        {SHADES.map((share) => (
          <span key={share} className="shade" style={shadeStyle(share)} />
        ))}
      </span>
      <span>{from}</span>
      <span className="ramp__end">{to}</span>
    </div>
  );
}

const SHADES = Array.from({ length: 24 }, (_, index) => index / 23);
