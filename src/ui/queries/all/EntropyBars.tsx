import type { CSSProperties } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import type { MapStatistics } from '../../../vocabulary/maps';
import { useWords } from '../../hooks/use-app';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { Rich } from '../../kit/Rich';
import { metricsOf } from './metrics';

interface EntropyBarsProps {
  statistics: MapStatistics;
  selected: string | null;
  colours: readonly Rgb[];
}

/** Bars wide enough for a chip below each. */
const MOST_CHIPS = 24;

/** How widely each query's maps are spread: over all images, and a line for the selected one. */
export function EntropyBars({ statistics, selected, colours }: EntropyBarsProps) {
  const words = useWords().queries.entropy;
  const own = metricsOf(statistics, selected)?.entropy;
  return (
    <div className="entropy">
      <p className="entropy__title">
        <Rich
          text={own ? words.titleWithImage : words.title}
          parts={{ key: () => <span aria-hidden="true" className="entropy__key" /> }}
        />
      </p>
      <ul
        className="entropy__bars"
        data-dense={statistics.queries > MOST_CHIPS || undefined}
        style={{ '--queries': statistics.queries } as CSSProperties}
      >
        {Array.from(statistics.mean.entropy, (all, query) => {
          const here = own?.[query];
          const text = words.bar(query, all, here ?? null);
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
              key={query}
              className="entropy__bar"
              title={text}
              style={
                { ...queryStyle(colours[query]), '--all': all, '--own': here ?? 0 } as CSSProperties
              }
            >
              <span className="visually-hidden">{text}</span>
              <span aria-hidden="true" className="entropy__track">
                {here !== undefined && <span className="entropy__own" />}
              </span>
              <span aria-hidden="true">
                <QueryChip index={query} />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
