import { filesOf, type Precision, precisionsOf } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { AppState } from '../slices/types';

/** The precision of a backbone that is kept already, else its most exact one. */
export function preferredPrecision(
  backboneId: string,
  { cachedModels }: Pick<AppState, 'cachedModels'>,
): Precision {
  const backbone = findBackbone(backboneId);
  const precisions = precisionsOf(backbone);
  const isKept = (precision: Precision) =>
    cachedModels.some(
      (model) =>
        model.backboneId === backboneId &&
        model.address.endsWith(filesOf(backbone, precision).graph.path),
    );
  return precisions.find(isKept) ?? precisions[0] ?? 'fp32';
}
