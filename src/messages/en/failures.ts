import type { Failure, FailureFacts } from '../../vocabulary/failures';
import type { FileContents } from '../../vocabulary/images';
import type { RecordFlaw } from '../../vocabulary/record-flaw';
import type { WorkerDeath } from '../../vocabulary/workers';
import { pixels } from './format';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // engine
  'too-few-classes': () => 'Fewer than two classes have two images with tokens.',
  'too-few-classes-to-train': () =>
    'Fewer than two classes have two images with tokens. Add images and train again.',
  'study-outdated': () =>
    'Images or labels have changed since its folds were made. Start the comparison anew.',
  'worker-replaced': () => 'The worker was replaced.',
  'trainer-stopped-twice': () => 'The trainer stopped twice during this run.',
  'study-worker-died': () =>
    'The worker that trains has stopped. What is finished is kept: resume when the tokens are there again.',
  'study-stopped': ({ failure }) => `The comparison stopped: ${failureText(failure)}`,
  'switch-cancelled': () => 'The switch to the next backbone was cancelled.',
  'extraction-cancelled': () => 'The extraction of tokens was cancelled.',
  'study-cancelled': () => 'The study of this backbone was cancelled.',
  'runtime-not-fetched': () =>
    'The runtime that all arithmetic needs could not be fetched. Check the connection and try again.',
  // bridge
  'worker-died': ({ death }) => `The worker died: ${workerDeath(death)}.`,
  'worker-ended': () => 'The worker was ended.',
  'worker-gone': () => 'The worker has ended.',

  // images
  'image-empty': () => 'The file is empty: it holds zero bytes. Copy or download it again.',
  'image-cut-off': () => 'The file is cut off: its end is missing. Copy or download it again.',
  'image-unreadable': () =>
    'The browser could not read the file. If it was moved or renamed, add it again.',
  'not-an-image': ({ contents }) =>
    `This is not an image: its contents are ${FILE_CONTENTS[contents]}.`,
  'image-too-small': ({ least, ...size }) =>
    `${pixels(size)} is too small: an image needs at least ${least} × ${least}.`,
  'image-too-large': (size) =>
    `${pixels(size)} is more than a browser can decode. Scale it down and add it again.`,
  'image-not-decoded': (size) =>
    `The browser could not decode ${pixels(size)}. Scale it down and add it again.`,
  'image-format-unsupported': ({ format }) =>
    `This browser cannot read ${format} images. Export it as JPEG or PNG and add that.`,
  'image-damaged': ({ format }) =>
    `The ${format} image is damaged: the browser could not decode it. Save or download it again.`,
  'svg-broken': () => 'The SVG drawing has a mistake in it and could not be drawn.',
  'image-no-canvas': () => 'The browser gave no canvas to scale the image on.',
  'image-not-prepared': ({ cause }) =>
    `The browser could not prepare the image (${unended(cause)}). Make it smaller and add it again.`,
  'sample-server-silent': () => 'the server did not answer. Check the connection and try again.',
  'sample-refused': ({ file, status }) => `the server answered ${status} for ${file}.`,
  'sample-missing': ({ file }) => `the server has no picture ${file}.`,
  'samples-not-loaded': ({ cause }) => `The samples could not be loaded: ${failureText(cause)}`,

  // onnx
  'onnx-too-many-parts': () => 'It has more parts than any model.',
  'onnx-unknown-part': () => 'It has a field of no known kind.',
  'onnx-unnumbered-part': () => 'It has a field without a number.',
  'onnx-part-too-long': () => 'A part of it is longer than what holds it.',
  'onnx-name-too-long': () => 'It has a name of thousands of letters.',
  'onnx-endless-number': () => 'It has a number without an end.',
  'onnx-no-graph': () => 'It has no graph.',
  'onnx-weights-unnamed': () => 'It keeps weights in another file and does not name it.',

  // runtime
  'no-webgpu': () => 'This browser has no WebGPU.',
  'no-graphics-adapter': () => 'This browser found no graphics adapter for WebGPU.',
  'graphics-device-lost': ({ detail, reason }) => sentence(detail || `the device was ${reason}`),

  // backbones: catalogue
  'no-backbone': () => 'This is no backbone.',
  'backbone-flawed': ({ at, flaw }) => `The backbone’s "${at}" ${recordFlaw(flaw)}.`,

  // export
  'picture-too-large': ({ width, height }) =>
    `A picture of ${width} × ${height} pixels is larger than this browser can draw. Choose a smaller size or fewer images.`,
  'no-canvas': () => 'The browser offers no canvas.',
  'copy-unsupported': () => 'This browser copies no pictures. Save it as PNG instead.',
  'copy-refused': () =>
    'The browser did not let the page copy the picture. Save it as PNG instead.',

  // engine
  'image-stops-decoder': () =>
    'Reading it stopped the worker twice; it may need more memory than there is.',
  'image-stops-backbone': () => 'The worker ended twice over this image.',
  // training
  'too-few-training-images': () =>
    'Training needs at least two images with tokens that are not held out.',
  'loss-infinite': ({ epoch }) =>
    `The loss became infinite in epoch ${epoch}. Choose the small-data recipe, or lower the learning rate.`,
  'tokens-of-two-backbones': ({ patches, width, otherPatches, otherWidth }) =>
    `These tokens are ${patches} × ${width}; the others here are ${otherPatches} × ${otherWidth}. Extract all images with one backbone.`,
  'image-without-tokens': () => 'This image has no tokens yet.',
  'no-tokens': () => 'No image has tokens yet.',
  'no-cls-token': () => 'This backbone has no [CLS] token.',
  'class-smaller-than-folds': ({ images, folds }) =>
    `A class of ${images} images can't be dealt over ${folds} folds.`,
  'queries-dont-divide-width': ({ queries, width }) =>
    `${queries} queries don't divide D / d_out = ${width}: choose another number.`,
  'heads-dont-divide-width': ({ heads, width }) =>
    `${heads} heads don't divide ${width} channels: choose another backbone.`,
  'grid-not-square': ({ probe, patches }) =>
    `${probe} needs a square grid, and ${patches} patches make none.`,
};

/** A failure as a sentence. */
export function failureText(failure: Failure): string {
  // The table holds, for each code, a sentence about that code's own facts.
  return (failures[failure.code] as (facts: Failure) => string)(failure);
}

/** What became of a worker, to stand after a colon. */
export function workerDeath(death: WorkerDeath): string {
  switch (death.kind) {
    case 'script-failed':
      return death.detail ?? 'its script failed';
    case 'silent':
      return 'it stopped answering';
    case 'unreadable':
      return 'it sent something unreadable';
  }
}

/** Completes "its contents are …". */
const FILE_CONTENTS: Readonly<Record<FileContents, string>> = {
  pdf: 'a PDF document',
  zip: 'a ZIP archive or an office document',
  gzip: 'a gzip archive',
  '7-zip': 'a 7-Zip archive',
  rar: 'a RAR archive',
  avi: 'an AVI video',
  wav: 'a WAV sound',
  matroska: 'a WebM or Matroska video',
  m4a: 'an M4A sound',
  'camera-raw': 'a camera’s raw data',
  mp4: 'an MP4 or QuickTime video',
  quicktime: 'a QuickTime video',
  mp3: 'an MP3 sound',
  ogg: 'an Ogg sound or video',
  flac: 'a FLAC sound',
  program: 'a program',
  html: 'a web page (HTML)',
  xml: 'XML text',
  text: 'plain text',
  zeros: 'nothing but zeros',
  unknown: 'of no kind known here',
};

/** What a value is or does wrong, to follow its name. */
function recordFlaw(flaw: RecordFlaw): string {
  switch (flaw.kind) {
    case 'no-record':
      return 'is missing, or no record';
    case 'no-list':
      return 'is no list';
    case 'no-text':
      return 'is no text';
    case 'no-flag':
      return 'is neither true nor false';
    case 'no-address':
      return 'is no address';
    case 'no-count':
      return `is no whole number from ${flaw.least} on`;
    case 'none-of':
      return `is none of ${flaw.choices.join(', ')}`;
    case 'not-three-numbers':
      return 'is not three numbers';
    case 'no-deviation':
      return 'holds a deviation that is not above 0';
    case 'no-repo':
      return 'is no "owner/name"';
    case 'no-files':
      return 'holds no files';
    case 'no-hash':
      return 'is no SHA-256 in hexadecimal';
    case 'grid-misfits':
      return `does not fit: ${flaw.crop} pixels hold ${flaw.patches} patches of ${flaw.patch}, not ${flaw.side}`;
    case 'prefix-misfits':
      return `is ${flaw.is}, where ${flaw.hasCls ? '[CLS] and' : 'no [CLS] and'} ${flaw.registers} registers make ${Number(flaw.hasCls) + flaw.registers}`;
    case 'crop-exceeds':
      return `is ${flaw.crop} pixels, more than the ${flaw.resize} of "resize"`;
    case 'path-is-no-address':
      return `holds "${flaw.path}", which is no address`;
    case 'path-leaves-page':
      return `holds "${flaw.path}", which is not a path within the page`;
    case 'path-without-hash':
      return `holds "${flaw.path}" without its SHA-256`;
  }
}

/** A failure as it stands in brackets, without its full stop; a foreign error's text as it is. */
function unended(failure: Failure): string {
  return failure.code === 'unexpected' ? failure.detail : failureText(failure).replace(/\.$/, '');
}

/** `text` with a full stop, if it ends without. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
