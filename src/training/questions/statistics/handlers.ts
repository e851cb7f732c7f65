import type { Handlers } from '../../../bridge/host';
import type { QuestionContext } from '../context';
import { pieceControls } from '../pieces';
import type { StatisticsCalls } from './api';
import { collectMapStatistics } from './statistics';

export function statisticsHandlers({ heads, store }: QuestionContext): Handlers<StatisticsCalls> {
  return {
    mapStatistics({ head }, context) {
      const ids = store.ids();
      return heads.use(head, ({ evaluator, tensors }) =>
        collectMapStatistics(evaluator, tensors, ids, pieceControls(context, ids.length)),
      );
    },
  };
}
