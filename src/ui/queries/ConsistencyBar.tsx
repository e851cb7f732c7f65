import type { CSSProperties } from 'react';
import { barShare } from './consistency';
import './consistency-bar.css';

/** How consistent a query is, as a bar in its colour; the number beside it says it in words. */
export function ConsistencyBar({ value }: { value: number }) {
  return (
    <span
      aria-hidden="true"
      className="consistency-bar"
      style={{ '--share': barShare(value) } as CSSProperties}
    />
  );
}
