import type { Handlers } from '../../../bridge/host';
import type { LabelledImage } from '../../../vocabulary/images';
import type { QuestionContext } from '../context';
import { pieceControls } from '../pieces';
import type { ImportanceCalls } from './api';
import { measureImportance } from './importance';

export function importanceHandlers({ heads, store }: QuestionContext): Handlers<ImportanceCalls> {
  const withTokens = (images: readonly LabelledImage[]) => images.filter(({ id }) => store.has(id));
  return {
    importance: ({ head }, context) =>
      heads.use(head, async ({ run, evaluator, tensors }) => {
        const { training, heldOut } = run.plan.split;
        const tested = withTokens(heldOut);
        const images = tested.length > 0 ? tested : withTokens(training);
        const controls = pieceControls(context, images.length);
        const measured = await measureImportance(evaluator, tensors, images, controls);
        return measured && { ...measured, heldOut: tested.length > 0 };
      }),
  };
}
