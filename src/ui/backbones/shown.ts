import type { OpenedModel } from '../../state/slices/types';

export type Shown = Extract<OpenedModel, { kind: 'shown' }>;
