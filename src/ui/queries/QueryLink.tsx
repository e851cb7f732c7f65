import type { Rgb } from '../../figures/maps/palette';
import { useWords } from '../hooks/use-app';
import { QueryChip, queryStyle } from '../kit/QueryChip';
import { useOpenQuery } from './open-image';

/** A query's chip; pressed, it shows the query on all images. */
export function QueryLink({ query, colour }: { query: number; colour: Rgb | undefined }) {
  const openQuery = useOpenQuery();
  const label = useWords().queries.onAllImages(query);
  return (
    <button
      type="button"
      className="query-link"
      style={queryStyle(colour)}
      aria-label={label}
      title={label}
      onClick={() => openQuery(query)}
    >
      <QueryChip index={query} />
    </button>
  );
}
