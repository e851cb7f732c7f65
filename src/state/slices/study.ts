import { defaultTicked } from '../../study/study-entries';
import type { StudySlice } from './study-types';

export const initialStudy: StudySlice = {
  ticked: defaultTicked(),
  folds: 5,
  repeats: 1,
  settingsChoice: 'inner',
  study: { kind: 'idle' },
  openedKey: null,
  openingKey: null,
};
