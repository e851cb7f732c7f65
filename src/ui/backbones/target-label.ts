import { knownBackbone } from '../../backbones/catalogue/catalogue';
import type { AppState } from '../../state/slices/types';

/** What the backbone is called that a switch leads to; one that failed may have been forgotten since. */
export function labelOfTarget({
  switching,
  backbones,
}: Pick<AppState, 'switching' | 'backbones'>): string {
  if (switching.kind === 'idle') return '';
  const { backboneId } = switching.target;
  return knownBackbone(backbones, backboneId)?.label ?? backboneId;
}
