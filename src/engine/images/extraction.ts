import { choiceKey } from '../../backbones/choice';
import type { BackboneCalls } from '../../backbones/encode/api';
import { type WorkerClient, WorkerDied } from '../../bridge/client';
import { filmstrip } from '../../state/derive/images-of';
import type { ImageBlobsById } from '../../state/image-blobs';
import { hasImage, patchImage } from '../../state/patch-image';
import type { ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { type Failure, failureOf } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';
import { asError } from '../../vocabulary/programming-error';
import type { Notices } from '../notices';
import { extractionStatus } from './extraction-count';

/** Tries that one image gets before it is set aside. */
const MOST_TRIES = 2;
/** Looked up in the cache at once, which holds their tokens in memory. */
export const MOST_RECALLED = 64;
/** Failures one after another, over whatever images, that mean the backbone itself is broken. */
const MOST_FAILURES = 3;

type Encoder = Pick<WorkerClient<BackboneCalls>, 'call'>;

export interface ExtractionParts {
  encoder(): Promise<Encoder>;
  /**
   * Which of these images' tokens were kept from an earlier extraction; they are with the trainer
   * then, as by `keep`.
   */
  recall(imageIds: readonly string[], wanted: () => boolean): Promise<ReadonlySet<string>>;
  /** Gives an image's tokens to the trainer, which keeps them, if `wanted` says so by then. */
  keep(imageId: string, tokens: ImageTokens, wanted: () => boolean): Promise<void>;
  /** Whether a failure is the device's fault and not the image's; a fresh worker is on its way then. */
  blamesDevice(reason: Failure): boolean;
  /** The backbone failed on an image, though its worker lives. */
  onTrouble(reason: Failure): void;
  /** The backbone fails on every image. */
  onHopeless(reason: Failure): void;
}

/**
 * Turns waiting images into tokens, in the order of the filmstrip, as many at once as the device
 * gains from. Those whose tokens are kept from earlier don't wait for their turn, nor for the backbone.
 */
export class Extraction {
  private busy = false;
  private done = 0;
  /** Images that the cache has been asked for in vain. */
  private readonly missed = new Set<string>();
  /** After several together have failed. */
  private oneByOne = false;
  private readonly batchSizes = new WeakMap<Encoder, Promise<number>>();
  /** The backbone and precision that everything here is about. */
  private generation: string;
  private failuresInARow = 0;
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly store: AppStore,
    private readonly blobs: ImageBlobsById,
    private readonly notices: Pick<Notices, 'say'>,
    private readonly parts: ExtractionParts,
  ) {
    this.generation = choiceKey(store.getState());
  }

  /** To be called after every change to the images, to the backbone, or to whether it goes on. */
  wake(): void {
    const state = this.store.getState();
    const generation = choiceKey(state);
    if (generation !== this.generation) this.beginAnew(generation);
    const { extraction, images } = state;
    const next = extractionStatus(extraction, images, this.done);
    if (next.kind === 'idle') this.done = 0;
    if (next !== extraction) {
      const begins = extraction.kind === 'idle';
      this.store.setState({ extraction: next, ...(begins && { tokensFromCache: 0 }) });
    }
    if (!this.busy && (this.next().length > 0 || this.unlookedUp().length > 0)) void this.work();
  }

  private beginAnew(generation: string): void {
    this.generation = generation;
    this.done = 0;
    this.failuresInARow = 0;
    this.oneByOne = false;
    this.missed.clear();
    this.tries.clear();
  }

  /** Images of known contents that the cache has not been asked for. */
  private unlookedUp(): string[] {
    const state = this.store.getState();
    if (state.extraction.kind !== 'running') return [];
    return filmstrip(state).flatMap(({ id, status }) => {
      const waits = status.kind === 'waiting' || status.kind === 'preparing';
      return waits && !this.missed.has(id) && this.blobs.get(id)?.contentHash ? [id] : [];
    });
  }

  /** Images that failed once come last and alone, so that a bad one does not hold up the others. */
  private next(most = 1): ImageItem[] {
    const state = this.store.getState();
    if (state.extraction.kind !== 'running') return [];
    const waiting = filmstrip(state).filter(({ status }) => status.kind === 'waiting');
    const untried = waiting.filter(({ id }) => !this.tries.has(id));
    return untried.length > 0 ? untried.slice(0, most) : waiting.slice(0, 1);
  }

  private async work(): Promise<void> {
    this.busy = true;
    try {
      for (;;) {
        const unlookedUp = this.unlookedUp();
        if (unlookedUp.length > 0) {
          await this.recall(unlookedUp.slice(0, MOST_RECALLED));
          continue;
        }
        if (this.next().length === 0) break;
        const encoder = await this.parts.encoder();
        // Asked again: sorting and deleting went on while the backbone started.
        const most = this.next(2).length > 1 ? await this.mostAtOnce(encoder) : 1;
        const images = this.next(most);
        if (this.unlookedUp().length === 0) {
          await this.extract(
            encoder,
            images.map(({ id }) => id),
          );
        }
      }
    } finally {
      this.busy = false;
    }
  }

  private async recall(imageIds: readonly string[]): Promise<void> {
    const { generation } = this;
    const isNow = () => generation === this.generation;
    let recalled: ReadonlySet<string>;
    try {
      recalled = await this.parts.recall(imageIds, isNow);
    } catch (error) {
      // Where the trainer went away with them they are asked for again.
      if (error instanceof WorkerDied) return;
      recalled = new Set();
    }
    if (!isNow()) return;
    for (const id of imageIds) if (!recalled.has(id)) this.missed.add(id);
    if (recalled.size === 0) return;
    this.done += recalled.size;
    this.store.setState(({ images, tokensFromCache }) => ({
      tokensFromCache: tokensFromCache + recalled.size,
      images: images.map((image) =>
        recalled.has(image.id) ? { ...image, status: { kind: 'ready' } } : image,
      ),
    }));
    this.wake();
  }

  private patch(imageId: string, patch: Partial<ImageItem>): void {
    patchImage(this.store, imageId, patch);
    this.wake();
  }

  private async mostAtOnce(encoder: Encoder): Promise<number> {
    if (this.oneByOne) return 1;
    const known = this.batchSizes.get(encoder);
    if (known) return known;
    const asked = encoder.call('bestBatch', null).then(
      ({ images }) => images,
      () => 1,
    );
    this.batchSizes.set(encoder, asked);
    return asked;
  }

  private async extract(encoder: Encoder, imageIds: readonly string[]): Promise<void> {
    const { generation } = this;
    const isNow = () => generation === this.generation;
    const there = imageIds.flatMap((id) => {
      const crop = this.blobs.get(id)?.crop;
      this.patch(id, { status: { kind: crop ? 'extracting' : 'preparing' } });
      return crop ? [{ id, crop }] : [];
    });
    let tokens: ImageTokens[];
    try {
      tokens = await encode(
        encoder,
        there.map(({ crop }) => crop),
      );
    } catch (error) {
      const ids = there.map(({ id }) => id);
      if (isNow()) this.failed(ids, asError(error));
      return;
    }
    for (const [index, { id }] of there.entries()) {
      const ofImage = tokens[index];
      if (ofImage && isNow() && hasImage(this.store, id)) await this.keep(id, ofImage, isNow);
    }
  }

  private async keep(imageId: string, tokens: ImageTokens, isNow: () => boolean): Promise<void> {
    try {
      await this.parts.keep(imageId, tokens, isNow);
    } catch {
      // The trainer went away with the tokens; its supervisor says so.
      if (isNow()) this.putBack(imageId);
      return;
    }
    if (!isNow()) return;
    // The cache has them now, should the trainer lose them.
    this.missed.delete(imageId);
    this.tries.delete(imageId);
    this.failuresInARow = 0;
    this.done += 1;
    this.patch(imageId, { status: { kind: 'ready' } });
  }

  private failed(imageIds: readonly string[], error: Error): void {
    if (error instanceof WorkerDied ? error.onPurpose : this.parts.blamesDevice(failureOf(error))) {
      for (const id of imageIds) this.putBack(id);
      return;
    }
    const [only, ...more] = imageIds;
    if (only !== undefined && more.length === 0) {
      this.failedAlone(only, error);
      return;
    }
    // Which of them it was, or whether they were too many, shows one by one.
    this.oneByOne = true;
    for (const id of imageIds) this.putBack(id);
  }

  private failedAlone(imageId: string, error: Error): void {
    const tries = (this.tries.get(imageId) ?? 0) + 1;
    this.tries.set(imageId, tries);
    this.failuresInARow += 1;
    if (tries < MOST_TRIES) this.putBack(imageId);
    else this.setAside(imageId, error);
    if (this.failuresInARow >= MOST_FAILURES) {
      this.failuresInARow = 0;
      this.parts.onHopeless(failureOf(error));
    } else if (tries < MOST_TRIES && !(error instanceof WorkerDied)) {
      this.parts.onTrouble(failureOf(error));
    }
  }

  private putBack(imageId: string): void {
    this.patch(imageId, { status: { kind: 'waiting' } });
  }

  private setAside(imageId: string, error: Error): void {
    this.tries.delete(imageId);
    this.done += 1;
    const image = this.store.getState().images.find(({ id }) => id === imageId);
    if (!image) return;
    const reason: Failure =
      error instanceof WorkerDied ? { code: 'image-stops-backbone' } : failureOf(error);
    this.notices.say('error', image.name, { code: 'image-without-tokens', failure: reason });
    this.patch(imageId, { status: { kind: 'failed', reason } });
  }
}

async function encode(encoder: Encoder, crops: readonly Blob[]): Promise<ImageTokens[]> {
  const [first, ...more] = crops;
  if (!first) return [];
  if (more.length > 0) return encoder.call('extractMany', { crops });
  return [await encoder.call('extract', { crop: first })];
}
