import { HEAD_LENGTH, identify } from '../../images/formats/identify';
import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppStore } from '../../state/store';
import type { ProjectStorage } from '../../storage/database';
import type { Notices } from '../notices';
import { Retries } from '../retries';

/** Bytes and files that are read, then written as one. */
const BATCH_BYTES = 16e6;
const BATCH_FILES = 16;

/** A file that could not be read is tried again after so many milliseconds, and then no more. */
const READ_AGAIN_MS = [300, 2000, 8000];

/**
 * Keeps the files of a project's images, as bytes: what a person dropped may be moved, or be on a card
 * that is pulled out. Each is kept as soon as it is there, before it is known to be a picture.
 */
export class ImageFiles {
  /** Images whose files are kept. */
  private readonly kept = new Set<string>();
  /** Images whose files could not be read, or are none. */
  private readonly retries: Retries;

  /** @param onRetry asks for another call of `keepUp`. */
  constructor(
    private readonly store: Pick<AppStore, 'getState'>,
    private readonly blobs: ImageBlobsById,
    private readonly storage: Pick<ProjectStorage, 'writeFiles'>,
    private readonly notices: Pick<Notices, 'say'>,
    onRetry: () => void,
  ) {
    this.retries = new Retries(READ_AGAIN_MS, onRetry);
  }

  /** A project is open, of which these files are kept. */
  begin(imageIds: Iterable<string>): void {
    this.kept.clear();
    this.retries.clear();
    for (const id of imageIds) this.kept.add(id);
  }

  /** Kept files of images that nothing would bring back. */
  abandoned(): string[] {
    const { images, trash } = this.store.getState();
    const stay = new Set([...images, ...trash].map(({ id }) => id));
    return [...this.kept].filter((id) => !stay.has(id));
  }

  forget(imageIds: Iterable<string>): void {
    for (const id of imageIds) this.kept.delete(id);
  }

  /** Writes every file that is not kept yet. @throws what `ProjectStorage.writeFiles` throws. */
  async keepUp(project: number): Promise<void> {
    for (let batch = await this.nextBatch(); batch.size > 0; batch = await this.nextBatch()) {
      await this.storage.writeFiles(project, batch);
      for (const [id, bytes] of batch) {
        this.kept.add(id);
        const blob = this.blobs.get(id);
        // From now on nothing depends on the person's own file.
        if (blob) blob.file = bytes;
      }
    }
  }

  /** Empty when there is nothing left that could be kept now. */
  private async nextBatch(): Promise<Map<string, Blob>> {
    for (;;) {
      const next = this.nextFiles();
      // At once: each would else wait for the one before to come from the disk.
      const read = await Promise.all(
        next.map(async ({ id, name, file }) => [id, await this.read(id, name, file)] as const),
      );
      const batch = new Map(read.flatMap(([id, bytes]) => (bytes ? [[id, bytes] as const] : [])));
      if (batch.size > 0 || next.length === 0) return batch;
    }
  }

  private nextFiles(): { id: string; name: string; file: Blob }[] {
    const next: { id: string; name: string; file: Blob }[] = [];
    let size = 0;
    for (const { id, name } of this.store.getState().images) {
      if (next.length === BATCH_FILES || size > BATCH_BYTES) break;
      if (this.kept.has(id) || this.retries.isResting(id)) continue;
      const file = this.blobs.get(id)?.file;
      if (!file) continue;
      next.push({ id, name, file });
      size += file.size;
    }
    return next;
  }

  private async read(id: string, name: string, file: Blob): Promise<Blob | null> {
    try {
      const head = new Uint8Array(await file.slice(0, HEAD_LENGTH).arrayBuffer());
      if (identify(head).kind !== 'image') {
        // The decoder says so; a film is not worth reading for that.
        this.retries.giveUp(id);
        return null;
      }
      return new Blob([await file.arrayBuffer()], { type: file.type });
    } catch {
      this.miss(id, name);
      return null;
    }
  }

  private miss(id: string, name: string): void {
    if (this.retries.willTryAgain(id)) return;
    this.retries.giveUp(id);
    if (this.blobs.get(id)?.contentHash) {
      // One that was never decoded is turned away by the decoder, with its own words.
      this.notices.say('error', name, { code: 'image-not-kept' });
    }
  }
}
