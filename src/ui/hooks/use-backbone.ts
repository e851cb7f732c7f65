import { type Backbone, findBackbone } from '../../backbones/catalogue/catalogue';
import { useAppState } from './use-app';

/**
 * The backbone of this id, without one the backbone in use.
 * @throws `AppError('backbone-gone')` where the person may have forgotten it: see `knownBackbone`.
 */
export function useBackbone(id?: string): Backbone {
  return useAppState(({ backbones, backboneId }) => findBackbone(backbones, id ?? backboneId));
}
