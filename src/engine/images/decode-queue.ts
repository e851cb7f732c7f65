import { geometryKey } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { WorkerClient, WorkerDied } from '../../bridge/client';
import type { CropSpec, DecodeOutcome, ImageCalls } from '../../images/api';
import { decodeImage } from '../../images/decode';
import { withoutEmptied, withoutImages } from '../../state/derive/delete';
import type { ImageBlobs, ImageBlobsById } from '../../state/image-blobs';
import { hasImage } from '../../state/patch-image';
import type { ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { FileOutcome } from '../../vocabulary/drops';
import { type Failure, failureOf } from '../../vocabulary/failures';
import type { Notice } from '../../vocabulary/notices';
import type { Notices } from '../notices';
import { Retries } from '../retries';
import type { Drops } from './drops';

/** Two decode at once; more would fight over the cores that the backbone needs. */
const SLOTS = 2;
/** A replaced crop may still be on its way to the screen. */
const CROP_LINGERS_MS = 10_000;

/** A file that could not be read is tried again after so many milliseconds, and then no more. */
const READ_AGAIN_MS = [500, 2000, 8000];

/**
 * Turns files into crops as they come, in workers, and turns away what is no image. Where another
 * backbone wants another crop, they are made anew.
 */
export class DecodeQueue {
  private readonly slots: readonly Slot[];
  private readonly underWay = new Set<string>();
  /** Images of an earlier visit, whose notes were read then. */
  private readonly known = new Set<string>();
  /** Images whose files could not be read. */
  private readonly retries: Retries;

  /** @param onChange called when an image has its crop, or is turned away. */
  constructor(
    private readonly store: AppStore,
    private readonly blobs: ImageBlobsById,
    private readonly notices: Pick<Notices, 'say'>,
    private readonly drops: Pick<Drops, 'settle'>,
    spawn: () => Worker,
    private readonly onChange: () => void,
    readAgain: readonly number[] = READ_AGAIN_MS,
  ) {
    this.retries = new Retries(readAgain, () => this.wake());
    this.slots = Array.from({ length: SLOTS }, () => new Slot(spawn));
  }

  /** Starts the workers, so that their script is there before it is needed. */
  start(): void {
    for (const slot of this.slots) slot.start();
  }

  /** Whether pixels come back from a worker's canvases as they were put in; yes where it can't tell. */
  givesPixelsBack(): Promise<boolean> {
    const [slot] = this.slots;
    return slot ? slot.givesPixelsBack() : Promise.resolve(true);
  }

  /** These images have been prepared before: nothing is said about them again. */
  beQuietAbout(imageIds: Iterable<string>): void {
    for (const imageId of imageIds) this.known.add(imageId);
  }

  /** To be called after every change to the images, or to the backbone. */
  wake(): void {
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
    const free = this.store
      .getState()
      .images.filter(({ id }) => !this.underWay.has(id) && !this.retries.isResting(id));
    return (
      free.find(({ status }) => status.kind === 'preparing') ??
      free.find(
        ({ id, status }) => status.kind === 'ready' && this.blobs.get(id)?.croppedFor !== geometry,
      )
    );
  }

  private preprocessing() {
    const { backbones, backboneId } = this.store.getState();
    return findBackbone(backbones, backboneId).preprocessing;
  }

  private async prepare(slot: Slot, { id, name, status }: ImageItem): Promise<void> {
    const blob = this.blobs.get(id);
    if (!blob) {
      this.refuse(id, name, { code: 'image-unreadable' }, { code: 'file-gone' });
      return;
    }
    const file = new File([blob.file], name, { type: blob.file.type });
    const spec = this.preprocessing();
    const geometry = geometryKey(spec);
    const outcome = await slot.prepare(file, spec);
    // With another backbone since then it is done again.
    if (!hasImage(this.store, id) || geometry !== geometryKey(this.preprocessing())) return;
    if (outcome.kind === 'rejected') {
      const { reason } = outcome;
      if (reason.code === 'image-unreadable' && this.retries.willTryAgain(id)) return;
      // Its tokens are there, so it is an image: only the look of another backbone stays.
      if (status.kind === 'ready') blob.croppedFor = geometry;
      else if (this.known.has(id)) this.fail(id, reason);
      else this.refuse(id, name, reason);
      return;
    }
    this.retries.succeeded(id);
    if (this.isTwin(id, outcome.contentHash)) return;
    if (status.kind === 'preparing') this.drops.settle(id, this.addedAs(id, name));
    const first = blob.contentHash === null;
    blob.contentHash = outcome.contentHash;
    this.show(id, blob, outcome.crop, geometry);
    if (this.known.delete(id) || !first) return;
    for (const note of outcome.notes) this.notices.say('note', name, note);
  }

  /** What was taken once stays in its class, whatever has become of its file. */
  private fail(imageId: string, reason: Failure): void {
    this.store.setState(({ images }) => ({
      images: images.map((image) =>
        image.id === imageId ? { ...image, status: { kind: 'failed', reason } } : image,
      ),
    }));
    this.onChange();
  }

  private show(imageId: string, blob: ImageBlobs, crop: Blob, geometry: string): void {
    const { cropUrl: before } = blob;
    if (before) setTimeout(() => URL.revokeObjectURL(before), CROP_LINGERS_MS);
    const cropUrl = URL.createObjectURL(crop);
    Object.assign(blob, { crop, croppedFor: geometry, cropUrl } satisfies Partial<ImageBlobs>);
    this.store.setState(({ images }) => ({
      images: images.map((image) => {
        if (image.id !== imageId) return image;
        // Its tokens may have come from the cache meanwhile.
        const status =
          image.status.kind === 'preparing' ? ({ kind: 'waiting' } as const) : image.status;
        return { ...image, cropUrl, status };
      }),
    }));
    this.onChange();
  }

  /**
   * Whether the same bytes are there already. Of two that are prepared at once the one that came
   * first stays, whichever slot is quicker.
   */
  private isTwin(imageId: string, contentHash: string): boolean {
    const { images, classes } = this.store.getState();
    const same = images.filter(
      ({ id }) => id === imageId || this.blobs.get(id)?.contentHash === contentHash,
    );
    const [first, second] = same;
    if (!first || !second) return false;
    const className = classes.find(({ id }) => id === first.classId)?.name ?? '';
    const original = { className, name: first.name };
    this.turnAway(second.id, { kind: 'twin', ...original }, 'note', second.name, {
      code: 'image-twin',
      ...original,
    });
    return second.id === imageId;
  }

  private addedAs(imageId: string, name: string): FileOutcome {
    const { images, classes } = this.store.getState();
    const image = images.find(({ id }) => id === imageId);
    const className = classes.find(({ id }) => id === image?.classId)?.name ?? '';
    return { kind: 'added', className, name };
  }

  private refuse(
    imageId: string,
    name: string,
    reason: Failure,
    what: Notice = { code: 'failed', failure: reason },
  ): void {
    const unread = UNREAD.includes(reason.code);
    this.turnAway(
      imageId,
      { kind: unread ? 'unreadable' : 'refused', reason },
      'error',
      name,
      what,
    );
  }

  private turnAway(
    imageId: string,
    outcome: FileOutcome,
    severity: 'error' | 'note',
    subject: string,
    what: Notice,
  ): void {
    const madeClass = this.blobs.get(imageId)?.madeClass ?? null;
    this.drops.settle(imageId, outcome, { severity, subject, what });
    this.store.setState((state) =>
      withoutEmptied(withoutImages(state, new Set([imageId])), madeClass),
    );
    this.onChange();
  }
}

/** It is not known what such a file holds. */
const UNREAD: readonly Failure['code'][] = ['image-unreadable', 'entry-silent'];

/** One worker and the files that go through it. */
class Slot {
  busy = false;
  private client: WorkerClient<ImageCalls> | null = null;

  constructor(private readonly spawn: () => Worker) {}

  start(): WorkerClient<ImageCalls> {
    this.client ??= new WorkerClient<ImageCalls>(this.spawn(), {
      onDeath: () => {
        this.client = null;
      },
    });
    return this.client;
  }

  givesPixelsBack(): Promise<boolean> {
    return this.start()
      .call('givesPixelsBack', {})
      .catch(() => true);
  }

  /** A file over which two workers die is turned away: it would take down every one after them. */
  async prepare(file: File, spec: CropSpec): Promise<DecodeOutcome> {
    for (let tries = 1; ; tries++) {
      try {
        return await decodeImage(this.start(), file, spec);
      } catch (error) {
        // One that failed may be broken: the next file gets a fresh one.
        this.client?.end();
        this.client = null;
        const died = error instanceof WorkerDied;
        if (died && tries < 2) continue;
        const reason: Failure = died ? { code: 'image-stops-decoder' } : failureOf(error);
        return { kind: 'rejected', reason };
      }
    }
  }
}
