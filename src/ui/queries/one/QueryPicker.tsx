import { RadioGroup } from 'radix-ui';
import { useQueryColours } from '../../hooks/query-colours';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { QueryChip, queryStyle } from '../../kit/QueryChip';

/** The query that is seen on all images; never one that the head on show doesn't have. */
export function useChosenQuery(queries: number): number {
  return useAppState((state) => Math.min(state.query, queries - 1));
}

/** One chip per query, of which one is chosen. */
export function QueryPicker({ queries }: { queries: number }) {
  const words = useWords().queries.one;
  const chosen = useChosenQuery(queries);
  const setQuery = useCommands().setQuery;
  const colours = useQueryColours(queries);
  return (
    <RadioGroup.Root
      className="query-picker"
      orientation="horizontal"
      aria-label={words.picker}
      value={String(chosen)}
      onValueChange={(value) => setQuery(Number(value))}
    >
      {colours.map((colour, query) => (
        <RadioGroup.Item
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the query
          key={query}
          value={String(query)}
          aria-label={words.query(query)}
          className="query-picker__item"
          style={queryStyle(colour)}
          // The group chooses by arrow only while the key is still down, which a quick one is not.
          onFocus={() => setQuery(query)}
        >
          <QueryChip index={query} />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
