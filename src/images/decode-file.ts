import { AppError, type Failure } from '../vocabulary/failures';
import type { ImageFormat, PixelSize } from '../vocabulary/images';
import type { Notice } from '../vocabulary/notices';
import type { DecodeOutcome, PrepareRequest } from './api';
import { contentHash } from './content-hash';
import { cropCentre } from './crop-centre';
import { Bytes } from './formats/bytes';
import type { ImageFacts, Turn } from './formats/facts';
import { HEAD_LENGTH, identify } from './formats/identify';
import { pictureState } from './formats/picture-state';
import { readFacts } from './formats/read-facts';
import { withEnd } from './formats/with-end';
import { turned } from './turned';

const LEAST_SIDE = 8;

/** Beyond this a browser's decoder has nothing to give: one bitmap would fill a gibibyte. */
const MOST_PIXELS = 2 ** 28;

/** Larger pictures are worth a note when they are scaled down, as every picture is. */
const MANY_PIXELS = 64e6;

/** Side of what is looked at in each corner, in pixels, and what counts as one colour there. */
const CORNER = LEAST_SIDE;
const NEARLY = 2;

/** Formats that every browser reads: what it can't decode is damaged. */
const COMMON: readonly ImageFormat[] = ['PNG', 'JPEG', 'WebP', 'GIF', 'BMP'];

/** The file is turned away. */
class Rejected extends AppError {}

/** Turns one file into the square that the encoder sees, or says why it can't. */
export async function decodeFile(request: PrepareRequest): Promise<DecodeOutcome> {
  try {
    return await prepare(request);
  } catch (error) {
    if (error instanceof Rejected) return { kind: 'rejected', reason: error.failure };
    // One file's trouble, a lack of memory say, must not end the others' way.
    const cause: Failure =
      error instanceof AppError ? error.failure : { code: 'unexpected', detail: String(error) };
    return { kind: 'rejected', reason: { code: 'image-not-prepared', cause } };
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
  const { hash, facts, ended } = await examine(file, format, drawnFrom);
  const bitmap = await decode(ended, format, facts);
  try {
    const { width, height } = bitmap;
    checkSize({ width, height });
    if (facts.inPasses || hasBlankCorner(bitmap)) await checkWhole(ended, format);
    const square = await cropCentre(bitmap, resize, crop, resample);
    const notes = worthKnowing(facts, { width, height });
    if (drawnFrom) notes.unshift({ code: 'image-from-svg' });
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
      throw new Rejected({ code: 'image-empty' });
    case 'other':
      throw new Rejected({ code: 'not-an-image', contents: identity.contents });
    case 'image':
      return identity.format;
  }
}

/** In a function of its own, so that the file's bytes are gone before it is decoded. */
async function examine(file: Blob, format: ImageFormat, drawnFrom: Blob | undefined) {
  const data = await read(file);
  const bytes = new Bytes(data);
  const facts = readFacts(format, data);
  if (facts.cutOff) throw new Rejected({ code: 'image-cut-off' });
  checkSize(facts.size);
  let ended = file;
  if (facts.openEnd) {
    if (pictureState(format, bytes) !== 'whole') {
      throw new Rejected({ code: 'image-cut-off' });
    }
    ended = new Blob([withEnd(format, bytes)], { type: file.type });
  }
  const hash = await contentHash(drawnFrom ? await read(drawnFrom) : data);
  return { facts, hash, ended };
}

async function read(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Rejected({ code: 'image-unreadable' });
  }
}

function checkSize(size: ImageFacts['size']): void {
  if (!size) return;
  const { width, height } = size;
  if (Math.min(width, height) < LEAST_SIDE) {
    throw new Rejected({ code: 'image-too-small', width, height, least: LEAST_SIDE });
  }
  if (width * height > MOST_PIXELS) throw new Rejected({ code: 'image-too-large', width, height });
}

async function decode(file: Blob, format: ImageFormat, facts: ImageFacts): Promise<ImageBitmap> {
  const { turn, size } = facts;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(turn ? withoutTurn(file, turn) : file, {
      imageOrientation: 'from-image',
    });
  } catch {
    if (COMMON.includes(format) && !(size && hasManyPixels(size))) await checkWhole(file, format);
    throw new Rejected(undecodable(format, size));
  }
  return turn ? turned(bitmap, turn.orientation) : bitmap;
}

/** The same file saying that it is upright, so that every browser leaves the turning to us. */
function withoutTurn(file: Blob, { at, bytes }: Turn): Blob {
  const parts = [file.slice(0, at), bytes, file.slice(at + bytes.length)];
  return new Blob(parts, { type: file.type });
}

/**
 * Where a decoder finds no more of a picture it goes on in one colour, up to a corner. Of a last row
 * of blocks no more may be seen than one row of pixels; where the picture was turned, a column.
 */
function hasBlankCorner(bitmap: ImageBitmap): boolean {
  const context = new OffscreenCanvas(CORNER, CORNER).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) return true;
  const last = CORNER - 1;
  for (const [x, column] of [[0, 0] as const, [bitmap.width - CORNER, last] as const]) {
    for (const [y, row] of [[0, 0] as const, [bitmap.height - CORNER, last] as const]) {
      context.clearRect(0, 0, CORNER, CORNER);
      context.drawImage(bitmap, x, y, CORNER, CORNER, 0, 0, CORNER, CORNER);
      if (isOneColour(context.getImageData(0, row, CORNER, 1).data)) return true;
      if (isOneColour(context.getImageData(column, 0, 1, CORNER).data)) return true;
    }
  }
  return false;
}

function isOneColour(pixels: Uint8ClampedArray): boolean {
  return pixels.every((value, index) => Math.abs(value - (pixels[index % 4] ?? 0)) <= NEARLY);
}

/** In vain for most pictures with a corner of one colour, and slow: so not for all. */
async function checkWhole(file: Blob, format: ImageFormat): Promise<void> {
  const state = pictureState(format, new Bytes(await read(file)));
  if (state === 'cut-off') throw new Rejected({ code: 'image-cut-off' });
}

/** Why the browser could not decode a whole file of this format. */
function undecodable(format: ImageFormat, size: PixelSize | null): Failure {
  if (!COMMON.includes(format)) return { code: 'image-format-unsupported', format };
  if (size && hasManyPixels(size)) return { code: 'image-not-decoded', ...size };
  return { code: 'image-damaged', format };
}

/** What is worth knowing about a picture that was taken; `size` is upright. */
function worthKnowing({ cmyk, depth, animated }: ImageFacts, size: PixelSize): Notice[] {
  const notes: Notice[] = [];
  if (hasManyPixels(size)) notes.push({ code: 'image-scaled-down', ...size });
  if (cmyk) notes.push({ code: 'image-from-cmyk' });
  if (depth > 8) notes.push({ code: 'image-depth-reduced', depth });
  if (animated) notes.push({ code: 'image-first-frame' });
  return notes;
}

function hasManyPixels({ width, height }: PixelSize): boolean {
  return width * height > MANY_PIXELS;
}
