import { useEffect, useMemo, useRef } from 'react';
import {
  type TokenPicture,
  type TokenSet,
  tokenPictures,
  tokenSimilarities,
} from '../../../state/queries/token-queries';
import type { ImageItem } from '../../../state/slices/types';
import { useAnswer } from '../../hooks/use-answer';
import { useAppState } from '../../hooks/use-app';
import { useRevision } from '../../hooks/use-revision';
import { referenceOf, type TokenPlace, useTokenPointing } from './token-pointing';

/** Which tokens are on show: of what encoder, and over which images colours are shared. */
export function useTokenSet(): TokenSet {
  const encoder = useAppState(({ backboneId, precision }) => `${backboneId} ${precision}`);
  const revision = useRevision();
  return useMemo(() => ({ encoder, revision }), [encoder, revision]);
}

/** An image's tokens as colours; null until they are there. */
export function useTokenPicture(set: TokenSet, { id, status }: ImageItem): TokenPicture | null {
  const ready = status.kind === 'ready';
  const args = useMemo(() => (ready ? { ...set, imageId: id } : null), [set, id, ready]);
  const answer = useAnswer(tokenPictures, args);
  // While colours are fitted anew, those of before stay.
  return useLast(answer?.kind === 'ready' ? answer.value : null, `${set.encoder} ${id} ${ready}`);
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
  const answer = useAnswer(tokenSimilarities, args);
  const value = answer?.kind === 'ready' ? answer.value : null;
  const found = useMemo(
    () => (value && reference ? { values: value, reference } : null),
    [value, reference],
  );
  // The last answer stays until the next is there: nothing flashes under a moving pointer.
  return useLast(found, args ? `${encoder} ${id}` : null);
}

/** A value, or the last one there was for the same `subject`; null without a subject. */
function useLast<Value>(value: Value | null, subject: string | null): Value | null {
  const last = useRef<{ subject: string; value: Value } | null>(null);
  useEffect(() => {
    if (value !== null && subject !== null) last.current = { subject, value };
  }, [value, subject]);
  if (subject === null) return null;
  return value ?? (last.current?.subject === subject ? last.current.value : null);
}
