import type { CSSProperties } from 'react';
import { cssColour, inkOn, queryColours } from '../../inspect/palette';
import './query-chip.css';

/** CSS variables with the colour of query `index` among `count`, for a chip and what goes with it. */
export function queryStyle(index: number, count: number): CSSProperties {
  const colour = queryColours(count)[index] ?? [128, 128, 128];
  return { '--query': cssColour(colour), '--on-query': inkOn(colour) } as CSSProperties;
}

/** The number of a query on its colour: the same chip wherever the query appears. */
export function QueryChip({ index }: { index: number }) {
  return <span className="query-chip">{index + 1}</span>;
}
