import { type Handlers, transfer } from '../../../bridge/host';
import type { QuestionContext } from '../context';
import { pieceControls } from '../pieces';
import type { EvidenceCalls } from './api';
import { splitLogit, splitOwnLogits } from './evidence';

export function evidenceHandlers({ heads, store }: QuestionContext): Handlers<EvidenceCalls> {
  return {
    async evidence({ head, ...request }) {
      if (!store.has(request.imageId)) return null;
      const answer = await heads.use(head, ({ evaluator, tensors }) =>
        splitLogit(evaluator, tensors, request),
      );
      return transfer(answer, answer?.kind === 'evidence' ? [answer.evidence.weights.buffer] : []);
    },

    async queryEvidence({ head, images }, context) {
      const known = images.filter(({ id }) => store.has(id));
      const weights = await heads.use(head, ({ evaluator, tensors }) =>
        splitOwnLogits(evaluator, tensors, known, pieceControls(context, known.length)),
      );
      return (
        weights && transfer({ imageIds: known.map(({ id }) => id), weights }, [weights.buffer])
      );
    },
  };
}
