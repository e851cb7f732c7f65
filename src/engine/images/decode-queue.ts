import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { WorkerClient, WorkerDied } from '../../bridge/client';
import type { CropSpec, DecodeOutcome, ImageCalls } from '../../images/api';
import { decodeImage } from '../../images/decode';
import { failureText } from '../../messages/en/failures'; // TODO integrator
import { noticeText } from '../../messages/en/notices'; // TODO integrator
import { withoutImages } from '../../state/derive/delete';
import { hasImage } from '../../state/patch-image';
import { type ImageData, pictures } from '../../state/pictures';
import type { ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { failureOf } from '../../vocabulary/failures';

/** Two decode at once; more would fight over the cores that the backbone needs. */
const SLOTS = 2;
/** A replaced crop may still be on its way to the screen. */
const CROP_LINGERS_MS = 10_000;

/**
 * Turns files into crops as they come, in workers, and turns away what is no image. Where another
 * backbone wants another crop, they are made anew.
 */
export class DecodeQueue {
  private readonly slots = Array.from({ length: SLOTS }, () => new Slot());
  private readonly underWay = new Set<string>();
  /** Images of an earlier visit, whose notes were read then. */
  private readonly known = new Set<string>();

  constructor(private readonly store: AppStore) {
    store.subscribe((state, before) => {
      if (state.images !== before.images || state.backboneId !== before.backboneId) this.update();
    });
  }

  /** Starts the workers, so that their script is there before it is needed. */
  start(): void {
    for (const slot of this.slots) slot.start();
  }

  /** These images have been prepared before: nothing is said about them again. */
  beQuietAbout(imageIds: Iterable<string>): void {
    for (const imageId of imageIds) this.known.add(imageId);
  }

  private update(): void {
    for (const slot of this.slots) if (!slot.busy) void this.work(slot);
  }

  private async work(slot: Slot): Promise<void> {
    slot.busy = true;
    try {
      for (let image = this.next(); image; image = this.next()) {
        this.underWay.add(image.id);
        try {
          await this.prepare(slot, image);
        } finally {
          this.underWay.delete(image.id);
        }
      }
    } finally {
      slot.busy = false;
    }
  }

  /** What has no tokens yet comes before what only looks as another backbone saw it. */
  private next(): ImageItem | undefined {
    const geometry = geometryKey(this.preprocessing());
    const free = this.store.getState().images.filter(({ id }) => !this.underWay.has(id));
    return (
      free.find(({ status }) => status.kind === 'preparing') ??
      free.find(
        ({ id, status }) => status.kind === 'ready' && pictures.get(id)?.croppedFor !== geometry,
      )
    );
  }

  private preprocessing() {
    return findBackbone(this.store.getState().backboneId).preprocessing;
  }

  private async prepare(slot: Slot, { id, name, status }: ImageItem): Promise<void> {
    const picture = pictures.get(id);
    if (!picture) {
      this.remove(id, 'error', name, 'Its file is gone. Add it again.');
      return;
    }
    const file = new File([picture.file], name, { type: picture.file.type });
    const spec = this.preprocessing();
    const geometry = geometryKey(spec);
    const outcome = await slot.prepare(file, spec);
    // With another backbone since then it is done again.
    if (!hasImage(this.store, id) || geometry !== geometryKey(this.preprocessing())) return;
    if (outcome.kind === 'rejected') {
      // Its tokens are there, so it is an image: only the look of another backbone stays.
      if (status.kind === 'ready') picture.croppedFor = geometry;
      else this.remove(id, 'error', name, failureText(outcome.reason));
      return;
    }
    if (this.isTwin(id, outcome.contentHash)) return;
    const first = picture.contentHash === null;
    picture.contentHash = outcome.contentHash;
    this.show(id, picture, outcome.crop, geometry);
    if (this.known.delete(id) || !first) return;
    for (const note of outcome.notes) {
      this.store.getState().say({ severity: 'note', subject: name, text: noticeText(note) });
    }
  }

  private show(imageId: string, picture: ImageData, crop: Blob, geometry: string): void {
    const { cropUrl: before } = picture;
    if (before) setTimeout(() => URL.revokeObjectURL(before), CROP_LINGERS_MS);
    const cropUrl = URL.createObjectURL(crop);
    Object.assign(picture, { crop, croppedFor: geometry, cropUrl } satisfies Partial<ImageData>);
    this.store.setState(({ images }) => ({
      images: images.map((image) => {
        if (image.id !== imageId) return image;
        // Its tokens may have come from the cache meanwhile.
        const status =
          image.status.kind === 'preparing' ? ({ kind: 'waiting' } as const) : image.status;
        return { ...image, cropUrl, status };
      }),
    }));
  }

  /**
   * Whether the same bytes are there already. Of two that are prepared at once the one that came
   * first stays, whichever lane is quicker.
   */
  private isTwin(imageId: string, contentHash: string): boolean {
    const { images, classes } = this.store.getState();
    const same = images.filter(
      ({ id }) => id === imageId || pictures.get(id)?.contentHash === contentHash,
    );
    const [first, second] = same;
    if (!first || !second) return false;
    const label = classes.find(({ id }) => id === first.classId)?.name ?? '';
    const text = `Not added: it is already in class "${label}" as ${first.name}.`;
    this.remove(second.id, 'note', second.name, text);
    return second.id === imageId;
  }

  private remove(imageId: string, severity: 'error' | 'note', subject: string, text: string): void {
    this.store.setState((state) => withoutImages(state, new Set([imageId])));
    this.store.getState().say({ severity, subject, text });
  }
}

/** One worker and the files that go through it. */
class Slot {
  busy = false;
  private client: WorkerClient<ImageCalls> | null = null;

  start(): WorkerClient<ImageCalls> {
    this.client ??= new WorkerClient<ImageCalls>(
      new Worker(new URL('../../images/worker.ts', import.meta.url), { type: 'module' }),
      { onDeath: () => (this.client = null) },
    );
    return this.client;
  }

  /** A file over which two workers die is turned away: it would take down every one after them. */
  async prepare(file: File, spec: CropSpec): Promise<DecodeOutcome> {
    for (let tries = 1; ; tries++) {
      try {
        return await decodeImage(this.start(), file, spec);
      } catch (error) {
        this.client = null;
        if (error instanceof WorkerDied && tries < 2) continue;
        return {
          kind: 'rejected',
          reason: error instanceof WorkerDied ? { code: 'image-stops-decoder' } : failureOf(error),
        };
      }
    }
  }
}
