import type { Rgb } from '../../figures/maps/palette';
import { QueryChip, queryStyle } from '../kit/QueryChip';
import { useOpenQuery } from './open-image';

/** A query's chip; pressed, it shows the query on all images. */
export function QueryLink({ query, colour }: { query: number; colour: Rgb | undefined }) {
  const openQuery = useOpenQuery();
  return (
    <button
      type="button"
      className="query-link"
      style={queryStyle(colour)}
      aria-label={`Query ${query + 1} on all images`}
      title={`Query ${query + 1} on all images`}
      onClick={() => openQuery(query)}
    >
      <QueryChip index={query} />
    </button>
  );
}
