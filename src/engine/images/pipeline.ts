import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppStore } from '../../state/store';
import type { Notices } from '../notices';
import { DecodeQueue } from './decode-queue';
import type { Drops } from './drops';
import { Extraction, type ExtractionParts } from './extraction';

/**
 * From files to tokens: decode and crop, then recall tokens that are kept or have them made, then give
 * them to the trainer. The store shows how far each image is; what is not ready yet is worked on
 * whenever the pipeline is woken.
 */
export class Pipeline {
  private readonly decoding: DecodeQueue;
  private readonly extraction: Extraction;

  constructor(
    store: AppStore,
    blobs: ImageBlobsById,
    notices: Pick<Notices, 'say'>,
    drops: Pick<Drops, 'settle'>,
    parts: ExtractionParts & { spawnDecoder(): Worker },
  ) {
    const spawn = parts.spawnDecoder;
    this.decoding = new DecodeQueue(store, blobs, notices, drops, spawn, () => this.wake());
    this.extraction = new Extraction(store, blobs, notices, parts);
  }

  /** Starts the decoders, so that their script is there before it is needed. */
  start(): void {
    this.decoding.start();
  }

  /** Whether pixels come back from a decoder's canvases as they were put in. */
  givesPixelsBack(): Promise<boolean> {
    return this.decoding.givesPixelsBack();
  }

  /** To be called after every change to the images, to the backbone, or to whether it goes on. */
  wake(): void {
    this.decoding.wake();
    this.extraction.wake();
  }

  /** These images have been decoded on an earlier visit: nothing is said about them again. */
  beQuietAbout(imageIds: Iterable<string>): void {
    this.decoding.beQuietAbout(imageIds);
  }
}
