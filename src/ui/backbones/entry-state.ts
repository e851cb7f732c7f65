import { type Backbone, filesOf, type Precision, totalBytes } from '../../backbones/backbone';
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
  const files = filesOf(backbone, precision);
  const own = state.cachedModels.filter(({ backboneId }) => backboneId === backbone.id);
  // Of several precisions, each has a file of its own; others have one file, wherever it came from.
  const isKept = source.kind === 'hub' ? own.some(endsWith(files.graph.path)) : own.length > 0;
  if (isKept) return { kind: 'at-hand', from: 'browser' };
  return source.kind === 'own'
    ? { kind: 'not-here' }
    : { kind: 'download', bytes: totalBytes(files) };
}

const endsWith =
  (path: string) =>
  ({ address }: { address: string }) =>
    address.endsWith(path);
