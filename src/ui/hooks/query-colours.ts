import { queryColours, type Rgb } from '../../figures/maps/palette';
import { useQueryGroups } from './query-groups';

/**
 * The colours of so many queries, in their order: the same array as long as they stay the same.
 * Beyond eight queries they are those of the head's groups, as soon as these are known.
 * @param headId whose queries; those of the head on show where it isn't said
 */
export function useQueryColours(queries: number, headId?: string | null): readonly Rgb[] {
  return useQueryGroups(queries, headId)?.colours ?? queryColours(queries);
}
