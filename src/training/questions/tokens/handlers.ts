import { type Handlers, transfer } from '../../../bridge/host';
import type { QuestionContext } from '../context';
import type { TokenCalls } from './api';
import { TokenInspector } from './tokens';

export function tokenHandlers({ store }: Pick<QuestionContext, 'store'>): Handlers<TokenCalls> {
  const inspector = new TokenInspector(store);
  return {
    fitColours: ({ imageIds }) => inspector.fit(imageIds),
    tokenColours({ imageId }) {
      const colours = inspector.project(imageId);
      return colours && transfer(colours, [colours.buffer]);
    },
    tokenSimilarity({ imageId, ofImageId, patch }) {
      const similarity = inspector.similarity(imageId, ofImageId, patch);
      return similarity && transfer(similarity, [similarity.buffer]);
    },
  };
}
