import type { BackboneCalls, ImageTokens } from '../../backbones/api';
import { type WorkerClient, WorkerDied } from '../../bridge/client';
import { filmstrip } from '../images-of';
import { hasImage, patchImage } from '../patch-image';
import { pictures } from '../pictures';
import type { AppStore } from '../store';
import type { ImageItem } from '../types';
import { extractionStatus } from './extraction-count';

/** Tries that one image gets before it is set aside. */
const MOST_TRIES = 2;
/** Failures one after another, over whatever images, that mean the backbone itself is broken. */
const MOST_FAILURES = 3;

export interface ExtractionParts {
  encoder(): Promise<Pick<WorkerClient<BackboneCalls>, 'call'>>;
  /** Gives an image's tokens to the trainer, which keeps them. */
  keep(imageId: string, tokens: ImageTokens): Promise<void>;
  /** Whether a failure is the device's fault and not the image's; a fresh worker is on its way then. */
  blamesDevice(reason: string): boolean;
  /** The backbone failed on an image, though its worker lives. */
  onTrouble(reason: string): void;
  /** The backbone fails on every image. */
  onHopeless(reason: string): void;
}

/** Turns waiting images into tokens, one after another, in the order of the filmstrip. */
export class Extraction {
  private busy = false;
  private done = 0;
  private failuresInARow = 0;
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly store: AppStore,
    private readonly parts: ExtractionParts,
  ) {
    store.subscribe((state, before) => {
      if (state.images !== before.images || state.extraction !== before.extraction) this.update();
    });
  }

  private update(): void {
    const { extraction, images } = this.store.getState();
    const next = extractionStatus(extraction, images, this.done);
    if (next.kind === 'idle') this.done = 0;
    if (next !== extraction) this.store.setState({ extraction: next });
    if (!this.busy && this.next()) void this.work();
  }

  /** Images that failed once come last, so that one bad image does not hold up the others. */
  private next(): ImageItem | undefined {
    const state = this.store.getState();
    if (state.extraction.kind !== 'running') return undefined;
    const waiting = filmstrip(state).filter(({ status }) => status.kind === 'waiting');
    return waiting.find(({ id }) => !this.tries.has(id)) ?? waiting[0];
  }

  private async work(): Promise<void> {
    this.busy = true;
    try {
      while (this.next()) {
        const encoder = await this.parts.encoder();
        // Asked again: sorting and deleting went on while the backbone started.
        const image = this.next();
        if (image) await this.extract(encoder, image.id);
      }
    } finally {
      this.busy = false;
    }
  }

  private async extract(
    encoder: Pick<WorkerClient<BackboneCalls>, 'call'>,
    imageId: string,
  ): Promise<void> {
    const crop = pictures.get(imageId)?.crop;
    if (!crop) {
      patchImage(this.store, imageId, { status: { kind: 'preparing' } });
      return;
    }
    patchImage(this.store, imageId, { status: { kind: 'extracting' } });
    let tokens: ImageTokens;
    try {
      tokens = await encoder.call('extract', { crop });
    } catch (error) {
      this.failed(imageId, error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (!hasImage(this.store, imageId)) return;
    try {
      await this.parts.keep(imageId, tokens);
    } catch {
      // The trainer went away with the tokens; whoever replaces it says so.
      this.putBack(imageId);
      return;
    }
    this.tries.delete(imageId);
    this.failuresInARow = 0;
    this.done += 1;
    patchImage(this.store, imageId, { status: { kind: 'ready' } });
  }

  private failed(imageId: string, error: Error): void {
    if (error instanceof WorkerDied ? error.onPurpose : this.parts.blamesDevice(error.message)) {
      this.putBack(imageId);
      return;
    }
    const tries = (this.tries.get(imageId) ?? 0) + 1;
    this.tries.set(imageId, tries);
    this.failuresInARow += 1;
    if (tries < MOST_TRIES) this.putBack(imageId);
    else this.setAside(imageId, error);
    if (this.failuresInARow >= MOST_FAILURES) {
      this.failuresInARow = 0;
      this.parts.onHopeless(error.message);
    } else if (tries < MOST_TRIES && !(error instanceof WorkerDied)) {
      this.parts.onTrouble(error.message);
    }
  }

  private putBack(imageId: string): void {
    patchImage(this.store, imageId, { status: { kind: 'waiting' } });
  }

  private setAside(imageId: string, error: Error): void {
    this.tries.delete(imageId);
    this.done += 1;
    const { images, say } = this.store.getState();
    const image = images.find(({ id }) => id === imageId);
    if (!image) return;
    const reason =
      error instanceof WorkerDied ? 'The worker ended twice over this image.' : error.message;
    say({
      severity: 'error',
      subject: image.name,
      text: `No tokens could be made from this image: ${reason} Delete it, or add it again to retry.`,
    });
    patchImage(this.store, imageId, { status: { kind: 'failed', reason } });
  }
}
