import { type Handlers, transfer } from '../../../bridge/host';
import { pauseUntilAborted } from '../../../bridge/next-message';
import type { QuestionContext } from '../context';
import type { MapCalls } from './api';
import { mapsOfQuery } from './query-maps';

export function mapHandlers({ heads, store }: QuestionContext): Handlers<MapCalls> {
  return {
    async inspect({ head, imageId }) {
      if (!store.has(imageId)) return null;
      const found = await heads.use(head, ({ evaluator, tensors }) =>
        evaluator.inspect(tensors, imageId),
      );
      return transfer(found, found?.maps ? [found.maps.weights.buffer] : []);
    },

    async queryMaps({ head, query, imageIds }, { signal }) {
      const found = await heads.use(head, ({ evaluator, tensors }) =>
        mapsOfQuery(evaluator, tensors, query, imageIds, pauseUntilAborted(signal)),
      );
      return found && transfer(found, [found.weights.buffer]);
    },
  };
}
