import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { probeFor } from '../../state/derive/probe-for';
import { pictures } from '../../state/pictures';
import type {
  AppState,
  BackboneChoice,
  ImageItem,
  MemoryOnly,
  StudyStatus,
} from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { forgetHeads } from '../inspect/inspection';
import type { Trainer } from '../workers/trainer';

/**
 * Puts a backbone in the place of another, at once: images and labels stay, everything that was made
 * with the other one's tokens goes, but for the numbers of its studies.
 */
export function apply(
  store: AppStore,
  trainer: Pick<Trainer, 'worker'>,
  choice: BackboneChoice,
  memoryOnly: MemoryOnly | null,
): void {
  void trainer.worker.inUse?.call('reset', null).catch(() => undefined);
  forgetHeads(store);
  store.setState((state) => ({
    ...choice,
    ...withoutAnyTokens(state, choice),
    memoryOnly,
    switching: { kind: 'idle' },
    extraction: { kind: 'idle' },
    tokensFromCache: 0,
    training: { kind: 'idle' },
    probe: probeFor(findBackbone(choice.backboneId), state.probe),
    study: studyOf(state, choice),
    openedKey: null,
    openingKey: null,
  }));
}

function withoutAnyTokens({ images, trash }: AppState, { backboneId }: BackboneChoice) {
  const geometry = geometryKey(findBackbone(backboneId).preprocessing);
  const wait = (image: ImageItem): ImageItem => ({
    ...image,
    status: {
      kind: pictures.get(image.id)?.croppedFor === geometry ? 'waiting' : 'preparing',
    },
  });
  return { images: images.map(wait), trash: trash && { ...trash, images: trash.images.map(wait) } };
}

/** What was found out with this backbone before; its heads are gone, its numbers are not. */
function studyOf({ backboneStudies }: AppState, choice: BackboneChoice): StudyStatus {
  const study = backboneStudies[choice.backboneId];
  if (!study || study.precision !== choice.precision) return { kind: 'idle' };
  const whole = study.results.length === study.entries.length * study.folds * study.repeats;
  return whole ? { kind: 'done', study } : { kind: 'paused', study, reason: null };
}
