import type { AppState, HeadRecord, InspectorSlice } from './types';

/** Heads of earlier runs that stay at hand; the worker forgets those beyond. */
export const MOST_HEADS = 6;

export const initialInspector: InspectorSlice = {
  middle: 'image',
  heads: [],
  unkept: {},
  epoch: null,
  layer: 'attention',
  evidenceClassId: null,
  againstClassId: null,
  drawing: { smooth: true, opacity: 'contrast' },
  beside: null,
  query: 0,
  queryOrder: 'number',
  grid: { sort: 'class', classId: null },
  groups: 8,
};

/** The entry of heads that come from a comparison before the present one. */
export const EARLIER_STUDY = '';

/** Heads that were opened outlive their comparison, but are no entries of the next one. */
export function agedHeads({ heads, openedKey }: Pick<AppState, 'heads' | 'openedKey'>) {
  const age = (key: string | null) => (key === null ? null : EARLIER_STUDY);
  return {
    heads: heads.map((head) => ({ ...head, studyKey: age(head.studyKey) })),
    openedKey: age(openedKey),
  };
}

export function headIdOf({ run }: Pick<HeadRecord, 'run'>): string {
  return run.result.headId;
}

/** The head on show at the moment of its training that is on show; null while there is none. */
export function shownHead({ training, epoch }: Pick<AppState, 'training' | 'epoch'>) {
  return training.kind === 'done' ? { headId: training.run.result.headId, epoch } : null;
}
