import { knownBackbone } from '../../backbones/catalogue/catalogue';
import type { SwitchStatus } from '../../state/slices/types';

/** What the backbone is called that a switch leads to; one that failed may have been forgotten since. */
export function labelOfTarget(switching: SwitchStatus): string {
  if (switching.kind === 'idle') return '';
  const { backboneId } = switching.target;
  return knownBackbone(backboneId)?.label ?? backboneId;
}
