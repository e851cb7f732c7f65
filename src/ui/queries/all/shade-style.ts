import type { CSSProperties } from 'react';
import { cssColour, sequential } from '../../../figures/maps/palette';

/** CSS variables with a shade of the matrix for either theme, read by `.shade`; `share` 0…1. */
export function shadeStyle(share: number): CSSProperties {
  return {
    '--light': cssColour(sequential(share, false)),
    '--dark': cssColour(sequential(share, true)),
  } as CSSProperties;
}
