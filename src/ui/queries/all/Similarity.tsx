import { RadioGroup } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import type { Words } from '../../../messages/words';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { QueryGroups } from '../../hooks/query-groups';
import { useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { QueryLink } from '../QueryLink';
import { Matrix } from './Matrix';
import type { MatrixMeasure } from './matrix-measure';
import { extremePairs } from './matrix-paths';
import { SaveMatrix } from './SaveMatrix';
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
  const words = useWords();
  const { likeness } = words.queries;
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
    <section className="likeness" aria-label={likeness.label}>
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
            aria-label={likeness.measure}
            value={measure}
            onValueChange={(value) => setMeasure(value === 'cosine' ? 'cosine' : 'divergence')}
          >
            <RadioGroup.Item value="cosine" className="segment">
              {likeness.cosine}
            </RadioGroup.Item>
            <RadioGroup.Item value="divergence" className="segment">
              {likeness.divergence}
            </RadioGroup.Item>
          </RadioGroup.Root>
          <SaveMatrix svg={svg} measure={measure} images={statistics.imageIds.length} />
        </div>
        <Ramp measure={measure} />
        <div className="likeness__pair" aria-live="polite">
          {pair && at !== null ? (
            <>
              <p>
                {pair.one === pair.other ? (
                  <QueryLink query={pair.one} colour={colours[pair.one]} />
                ) : (
                  <Rich
                    text={likeness.pair}
                    parts={{
                      one: () => <QueryLink query={pair.one} colour={colours[pair.one]} />,
                      other: () => <QueryLink query={pair.other} colour={colours[pair.other]} />,
                    }}
                  />
                )}
              </p>
              <dl className="likeness__numbers">
                <dt>
                  <Rich text={likeness.pairCosine} />
                </dt>
                <dd>{words.format.decimal(statistics.cosine[at] ?? 0, 2)}</dd>
                <dt>
                  <Rich text={likeness.pairDivergence} />
                </dt>
                <dd>{likeness.bits(statistics.divergence[at] ?? 0)}</dd>
              </dl>
            </>
          ) : (
            <p className="note">{likeness.point}</p>
          )}
        </div>
        {alike && unlike && statistics.queries > 2 && (
          <dl className="likeness__ends">
            <dt>{likeness.most}</dt>
            <dd>
              <QueryLink query={alike.one} colour={colours[alike.one]} />
              <QueryLink query={alike.other} colour={colours[alike.other]} />
              {inUnits(alike.value, measure, words)}
            </dd>
            <dt>{likeness.least}</dt>
            <dd>
              <QueryLink query={unlike.one} colour={colours[unlike.one]} />
              <QueryLink query={unlike.other} colour={colours[unlike.other]} />
              {inUnits(unlike.value, measure, words)}
            </dd>
          </dl>
        )}
      </div>
    </section>
  );
}

function inUnits(value: number, measure: MatrixMeasure, words: Words): string {
  return measure === 'cosine' ? words.format.decimal(value, 2) : words.queries.likeness.bits(value);
}

/** What the shades mean: the deeper the colour, the more alike, by either measure. */
function Ramp({ measure }: { measure: MatrixMeasure }) {
  const [from, , to] = useWords().queries.likeness.scale[measure];
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
