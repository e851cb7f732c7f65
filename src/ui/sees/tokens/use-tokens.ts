import { useMemo } from 'react';
import { choiceKey } from '../../../backbones/choice';
import type { TokenPicture, TokenSet } from '../../../state/queries/queries';
import type { ImageItem } from '../../../state/slices/types';
import { useAnswer } from '../../hooks/use-answer';
import { useApp, useAppState } from '../../hooks/use-app';
import { useRevision } from '../../hooks/use-revision';
import { useTokenPointing } from '../../page/page';
import { referenceOf, type TokenPlace } from '../../page/token-pointing';

/** Which tokens are on show: of what encoder, and over which images colours are shared. */
export function useTokenSet(): TokenSet {
  const encoder = useAppState(choiceKey);
  const revision = useRevision();
  return useMemo(() => ({ encoder, revision }), [encoder, revision]);
}

/** An image's tokens as colours; null until they are there. */
export function useTokenPicture(set: TokenSet, { id, status }: ImageItem): TokenPicture | null {
  const ready = status.kind === 'ready';
  const args = useMemo(() => (ready ? { ...set, imageId: id } : null), [set, id, ready]);
  const { tokenPictures } = useApp().queries;
  // While colours are fitted anew, those of before stay.
  const answer = useAnswer(tokenPictures, args, ready ? `${set.encoder} ${id}` : null);
  return answer?.kind === 'ready' ? answer.value : null;
}

export interface Similar {
  /** Cosines with the reference, (N). */
  values: Float32Array;
  reference: TokenPlace;
}

/** How like the patch that is held or pointed at all patches of an image are; null without one. */
export function useSimilar(encoder: string, { id, status }: ImageItem): Similar | null {
  const reference = useTokenPointing((pointing) => referenceOf(pointing, encoder));
  const ready = status.kind === 'ready';
  const known = useAppState(({ images }) =>
    images.some((image) => image.id === reference?.imageId && image.status.kind === 'ready'),
  );
  const args = useMemo(
    () =>
      reference && ready && known
        ? { encoder, imageId: id, ofImageId: reference.imageId, patch: reference.patch }
        : null,
    [encoder, id, ready, known, reference],
  );
  const { tokenSimilarities } = useApp().queries;
  // The last answer stays until the next is there: nothing flashes under a moving pointer.
  const answer = useAnswer(tokenSimilarities, args, args && `${encoder} ${id}`);
  const value = answer?.kind === 'ready' ? answer.value : null;
  return useMemo(
    () =>
      value && {
        values: value.values,
        reference: { encoder, imageId: value.of.ofImageId, patch: value.of.patch },
      },
    [value, encoder],
  );
}
