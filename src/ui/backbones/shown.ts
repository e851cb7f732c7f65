import type { OpenedModel } from '../../state/slices/types';

export type ShownModel = Extract<OpenedModel, { kind: 'shown' }>;
