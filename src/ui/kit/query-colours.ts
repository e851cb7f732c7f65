import { queryColours, type Rgb } from '../../inspect/palette';

/** The colours of so many queries, in their order: the same array as long as they stay the same. */
export function useQueryColours(queries: number): readonly Rgb[] {
  return queryColours(queries);
}
