import { RadioGroup } from 'radix-ui';
import { useQueryColours } from '../../hooks/query-colours';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { QueryChip, queryStyle } from '../../kit/QueryChip';
import { ConsistencyBar } from '../ConsistencyBar';
import { orderQueries } from '../consistency';

/** With more queries than these, a number under every chip would take the room of the images. */
const MOST_NUMBERS = 16;

/** The query that is seen on all images; never one that the head on show doesn't have. */
export function useChosenQuery(queries: number): number {
  return useAppState((state) => Math.min(state.query, queries - 1));
}

interface QueryPickerProps {
  queries: number;
  /** (M); null while it is not known, or where there is none. */
  consistency: Float32Array | null;
}

/** One chip per query, of which one is chosen, each over how consistent it is. */
export function QueryPicker({ queries, consistency }: QueryPickerProps) {
  const words = useWords().queries;
  const chosen = useChosenQuery(queries);
  const setQuery = useCommands().setQuery;
  const colours = useQueryColours(queries);
  const order = useAppState((state) => state.queryOrder);
  return (
    <RadioGroup.Root
      className="query-picker"
      orientation="horizontal"
      aria-label={words.one.picker}
      data-measured={queries > 1 || undefined}
      data-dense={queries > MOST_NUMBERS || undefined}
      value={String(chosen)}
      onValueChange={(value) => setQuery(Number(value))}
    >
      {orderQueries(queries, consistency, order).map((query) => {
        const own = consistency?.[query];
        return (
          <RadioGroup.Item
            key={query}
            value={String(query)}
            aria-label={words.one.query(query)}
            aria-description={own === undefined ? undefined : words.consistency.described(own)}
            title={own === undefined ? undefined : words.consistency.described(own)}
            className="query-picker__item"
            style={queryStyle(colours[query])}
            // The group chooses by arrow only while the key is still down, which a quick one is not.
            onFocus={() => setQuery(query)}
          >
            <QueryChip index={query} />
            {own !== undefined && <ConsistencyBar value={own} />}
            {own !== undefined && queries <= MOST_NUMBERS && (
              <span aria-hidden="true" className="query-picker__number">
                {words.consistency.number(own)}
              </span>
            )}
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}
