import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { BackboneChoice } from '../../backbones/choice';
import { probeFor } from '../../state/derive/probe-for';
import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppState, ImageItem, MemoryOnly, StudyStatus } from '../../state/slices/types';
import type { AppStore } from '../../state/store';

/**
 * The state with a backbone in the place of another: images and labels stay, everything that was made
 * with the other one's tokens goes, but for the numbers of its studies.
 */
export function applyBackbone(
  store: AppStore,
  blobs: ImageBlobsById,
  choice: BackboneChoice,
  memoryOnly: MemoryOnly | null,
): void {
  store.setState((state) => ({
    ...choice,
    ...withoutAnyTokens(state, blobs, choice),
    memoryOnly,
    switching: { kind: 'idle' },
    extraction: { kind: 'idle' },
    tokensFromCache: 0,
    training: { kind: 'idle' },
    probe: probeFor(findBackbone(state.backbones, choice.backboneId), state.probe),
    study: lastStudyOf(state, choice),
    openedKey: null,
    openingKey: null,
  }));
}

function withoutAnyTokens(
  { images, trash, backbones }: AppState,
  blobs: ImageBlobsById,
  { backboneId }: BackboneChoice,
) {
  const geometry = geometryKey(findBackbone(backbones, backboneId).preprocessing);
  const wait = (image: ImageItem): ImageItem => ({
    ...image,
    status: { kind: blobs.get(image.id)?.croppedFor === geometry ? 'waiting' : 'preparing' },
  });
  return { images: images.map(wait), trash: trash.map(wait) };
}

/** What was found out with this backbone before; its heads are gone, its numbers are not. */
export function lastStudyOf(
  { backboneStudies }: Pick<AppState, 'backboneStudies'>,
  choice: BackboneChoice,
): StudyStatus {
  const study = backboneStudies[choice.backboneId];
  if (!study || study.precision !== choice.precision) return { kind: 'idle' };
  const whole = study.results.length === study.entries.length * study.folds * study.repeats;
  return whole ? { kind: 'done', study } : { kind: 'paused', study, reason: null };
}
