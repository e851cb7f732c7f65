import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { useOpenQuery } from './open-image';
import './on-all-images.css';

/** A pointer's short way from a query's map to the query on all images; the keyboard has the view bar. */
export function OnAllImages({ query }: { query: number }) {
  const openQuery = useOpenQuery();
  const label = useWords().queries.onAllImages(query);
  return (
    <button
      type="button"
      className="on-all-images"
      // Up to 64 more stops would bury what comes after the maps.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => openQuery(query)}
    >
      <Icon name="grid" size={14} />
    </button>
  );
}
