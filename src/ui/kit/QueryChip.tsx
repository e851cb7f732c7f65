import type { CSSProperties } from 'react';
import { cssColour, inkOn, type Rgb } from '../../figures/maps/palette';
import './query-chip.css';

/** CSS variables with the colour of a query, for its chip and what goes with it; grey for none. */
export function queryStyle(colour: Rgb = [128, 128, 128]): CSSProperties {
  return { '--query': cssColour(colour), '--on-query': inkOn(colour) } as CSSProperties;
}

/** The number of a query on its colour: the same chip wherever the query appears. */
export function QueryChip({ index }: { index: number }) {
  return <span className="query-chip">{index + 1}</span>;
}
