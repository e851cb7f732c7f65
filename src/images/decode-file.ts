import type { DecodeOutcome, PrepareRequest } from './api';
import { contentHash } from './content-hash';
import { cropCentre } from './crop-centre';
import type { ImageFacts } from './formats/facts';
import { HEAD_LENGTH, type ImageFormat, identify } from './formats/identify';
import { readFacts } from './formats/read-facts';
import * as wording from './wording';

const LEAST_SIDE = 8;

/** Beyond this a browser's decoder has nothing to give: one bitmap would fill a gibibyte. */
const MOST_PIXELS = 2 ** 28;

class Rejected extends Error {}

/** Turns one file into the square that the encoder sees, or says why it can't. */
export async function decodeFile(request: PrepareRequest): Promise<DecodeOutcome> {
  try {
    return await prepare(request);
  } catch (error) {
    if (error instanceof Rejected) return { kind: 'rejected', reason: error.message };
    // One file's trouble, a lack of memory say, must not end the others' way.
    return { kind: 'rejected', reason: wording.failed(String(error)) };
  }
}

async function prepare({
  file,
  resize,
  resample,
  crop,
  drawnFrom,
}: PrepareRequest): Promise<DecodeOutcome> {
  const format = await formatOf(file);
  const { hash, facts } = await examine(file, format, drawnFrom);
  checkSize(facts.size);
  const bitmap = await decode(file, format, facts);
  try {
    const { width, height } = bitmap;
    checkSize({ width, height });
    const square = await cropCentre(bitmap, resize, crop, resample);
    const notes = wording.notes(facts, { width, height });
    if (drawnFrom) notes.unshift(wording.DRAWN);
    return { kind: 'ready', contentHash: hash, crop: square, width, height, notes };
  } finally {
    // A decoded photo is hundreds of megabytes, and garbage collection does not see them.
    bitmap.close();
  }
}

/** Looks at the beginning only, so that a dropped film is turned away without being read. */
async function formatOf(file: Blob): Promise<ImageFormat> {
  const identity = identify(await read(file.slice(0, HEAD_LENGTH)));
  switch (identity.kind) {
    case 'empty':
      throw new Rejected(wording.EMPTY);
    case 'other':
      throw new Rejected(wording.notAnImage(identity.contents));
    case 'image':
      return identity.format;
  }
}

/** In a function of its own, so that the file's bytes are gone before it is decoded. */
async function examine(file: Blob, format: ImageFormat, drawnFrom: Blob | undefined) {
  const bytes = await read(file);
  const facts = readFacts(format, bytes);
  if (facts.cutOff) throw new Rejected(wording.CUT_OFF);
  const hash = await contentHash(drawnFrom ? await read(drawnFrom) : bytes);
  return { facts, hash };
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Rejected(wording.UNREADABLE);
  }
}

function checkSize(size: ImageFacts['size']): void {
  if (!size) return;
  if (Math.min(size.width, size.height) < LEAST_SIDE) {
    throw new Rejected(wording.tooSmall(size, LEAST_SIDE));
  }
  if (size.width * size.height > MOST_PIXELS) throw new Rejected(wording.imageTooLarge(size));
}

async function decode(file: Blob, format: ImageFormat, facts: ImageFacts): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new Rejected(wording.undecodable(format, facts.size));
  }
}
