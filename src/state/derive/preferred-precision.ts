import { type Backbone, type Precision, precisionsOf } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { storeKeys } from '../../backbones/obtain/obtain-model';
import type { AppState } from '../slices/types';

/** Whether every file of a backbone in this precision is in the browser's storage. */
export function isCached(
  backbone: Backbone,
  precision: Precision,
  { cachedModels }: Pick<AppState, 'cachedModels'>,
): boolean {
  const keys = storeKeys(backbone, precision);
  return (
    keys.length > 0 && keys.every((key) => cachedModels.some(({ address }) => address === key))
  );
}

/** The precision of a backbone that is kept already, else its most exact one. */
export function preferredPrecision(
  backboneId: string,
  state: Pick<AppState, 'cachedModels' | 'backbones'>,
): Precision {
  const backbone = findBackbone(state.backbones, backboneId);
  const precisions = precisionsOf(backbone);
  const cached = precisions.find((precision) => isCached(backbone, precision, state));
  return cached ?? precisions[0] ?? 'fp32';
}
