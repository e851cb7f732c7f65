import type { Rgb } from '../../../figures/maps/palette';
import { useWords } from '../../hooks/use-app';
import { queryStyle } from '../../kit/QueryChip';
import { Rich } from '../../kit/Rich';
import { ConsistencyBar } from '../ConsistencyBar';
import { orderQueries } from '../consistency';
import { QueryLink } from '../QueryLink';

interface ConsistencyProps {
  /** (M) */
  consistency: Float32Array;
  /** That it rests on. */
  images: number;
  colours: readonly Rgb[];
}

/** The queries, the most consistent first: which of them look at the same kind of thing everywhere. */
export function Consistency({ consistency, images, colours }: ConsistencyProps) {
  const words = useWords().queries.consistency;
  return (
    <section className="consistent" aria-labelledby="consistent-title">
      <h2 className="queries__title" id="consistent-title">
        <Rich text={words.title} />
        <span className="consistent__basis">{words.over(images)}</span>
      </h2>
      <ol className="consistent__list">
        {orderQueries(consistency.length, consistency, 'consistency').map((query) => (
          <li key={query} className="consistent__query" style={queryStyle(colours[query])}>
            <QueryLink query={query} colour={colours[query]} />
            <ConsistencyBar value={consistency[query] ?? 0} />
            <span className="consistent__number">{words.number(consistency[query] ?? 0)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
