import type { CSSProperties } from 'react';
import type { Rgb } from '../../../figures/maps/palette';
import { percent } from '../../../messages/en/format';
import type { MapStatistics } from '../../../vocabulary/maps';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { Term } from '../../kit/Term';
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
  const own = metricsOf(statistics, selected)?.entropy;
  return (
    <div className="entropy">
      <p className="entropy__title">
        <Term of="entropy">Entropy</Term> of each query’s maps, over all images
        {own && (
          <>
            ; <span aria-hidden="true" className="entropy__key" /> in this image
          </>
        )}
      </p>
      <ul
        className="entropy__bars"
        data-dense={statistics.queries > MOST_CHIPS || undefined}
        style={{ '--queries': statistics.queries } as CSSProperties}
      >
        {Array.from(statistics.mean.entropy, (all, query) => {
          const here = own?.[query];
          const words = `Query ${query + 1}: ${percent(all)}${here === undefined ? '' : `, ${percent(here)} in this image`}`;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
              key={query}
              className="entropy__bar"
              title={words}
              style={
                { ...queryStyle(colours[query]), '--all': all, '--own': here ?? 0 } as CSSProperties
              }
            >
              <span className="visually-hidden">{words}</span>
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
