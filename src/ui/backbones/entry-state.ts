import { type Backbone, filesOf, type Precision, totalBytes } from '../../backbones/backbone';
import { isCached, preferredPrecision } from '../../state/derive/preferred-precision';
import type { AppState } from '../../state/slices/types';

/** How near a backbone is, in one of its precisions. */
export type EntryState =
  | { kind: 'in-use' }
  /** On its way; the dialog's head says how far. */
  | { kind: 'switching' }
  /** With the page, or in this browser's storage: nothing is fetched from elsewhere. */
  | { kind: 'at-hand'; from: 'page' | 'browser' }
  | { kind: 'download'; bytes: number | null }
  /** A person's own file that this browser does not have. */
  | { kind: 'not-here' };

type Input = Pick<AppState, 'backboneId' | 'precision' | 'cachedModels' | 'switching'>;

/**
 * The precision that a backbone is shown in until the person picks one: that which is on its way or
 * failed to come, that in use, else the preferred one.
 */
export function usualPrecision(
  { id }: Backbone,
  state: Pick<AppState, 'backboneId' | 'precision' | 'cachedModels' | 'backbones' | 'switching'>,
): Precision {
  const { switching } = state;
  if (switching.kind !== 'idle' && switching.target.backboneId === id) {
    return switching.target.precision;
  }
  return state.backboneId === id ? state.precision : preferredPrecision(id, state);
}

export function entryState(backbone: Backbone, precision: Precision, state: Input): EntryState {
  const { switching } = state;
  if (switching.kind !== 'idle' && switching.kind !== 'failed') {
    const { target } = switching;
    if (target.backboneId === backbone.id && target.precision === precision) {
      return { kind: 'switching' };
    }
  }
  if (state.backboneId === backbone.id && state.precision === precision) return { kind: 'in-use' };
  const { source } = backbone;
  if (source.kind === 'bundled') return { kind: 'at-hand', from: 'page' };
  if (isCached(backbone, precision, state)) return { kind: 'at-hand', from: 'browser' };
  return source.kind === 'own'
    ? { kind: 'not-here' }
    : { kind: 'download', bytes: totalBytes(filesOf(backbone, precision)) };
}
