import type { Failure, FailureFacts } from '../../vocabulary/failures';
import type { FileContents } from '../../vocabulary/images';
import type { RecordFlaw } from '../../vocabulary/record-flaw';
import type { WorkerDeath } from '../../vocabulary/workers';
import { bytesOrMegabytes, megabytes, pixels, wholeNumber } from './format';
import { exportCommand, listed, NUMBER_TYPES, namedShapes, shapeText } from './model-facts';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/**
 * What went wrong, as whole sentences: one for every code. Where the facts name an example of an
 * export, the sentence ends in a colon, and `failureParts` gives the command that follows it.
 */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // export
  'example-missing': ({ status }) => `The example is missing (${status}).`,
  'chart-not-drawn': () => 'The figure is not drawn yet. Wait a moment, then save again.',
  'picture-nothing-shown': () =>
    'There is nothing over this image any more. Train a probe, then save again.',
  'picture-matrix-gone': () => 'The matrix is no longer on the page. Open it and save again.',

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
  'start-silent': ({ seconds }) =>
    `It was still starting after ${seconds} s, so it was stopped. Try again; should that not help, close other tabs, or use another browser.`,
  'no-answer': ({ seconds }) => `There was no answer for ${seconds} s.`,

  // bridge
  'worker-died': ({ death }) => `The worker died: ${workerDeath(death)}.`,
  'worker-ended': () => 'The worker was ended.',
  'worker-gone': () => 'The worker has ended.',

  // images
  'image-empty': () => 'The file is empty: it holds zero bytes. Copy or download it again.',
  'image-cut-off': () => 'The file is cut off: its end is missing. Copy or download it again.',
  'image-unreadable': () =>
    'The browser could not read the file. If it was moved or renamed, add it again.',
  'entry-not-opened': () =>
    'The system did not open it: there is no permission, another program holds it, or it is not downloaded yet from a cloud folder. See that it opens on this computer, then add it again.',
  'entry-vanished': () =>
    'It was gone when it was to be read. If it was moved or renamed, add it again.',
  'entry-path-too-long': ({ characters }) =>
    `The system did not find it, most likely since its path is too long: ${wholeNumber(characters)} characters from the folder that was dropped. Move it to where the path is shorter, then add it again.`,
  'entry-silent': ({ seconds }) =>
    `The system gave no answer in ${seconds} s: it lies in a cloud folder that is not downloaded, or on a drive that is gone. See that it opens on this computer, then add it again.`,
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
  'head-damaged': () =>
    'What the browser kept of this head is damaged. Train it again to have it back.',
  // backbones: catalogue
  'backbone-gone': () => 'This backbone is not known here any more.',

  // backbones: obtaining
  'model-unreachable': ({ file, host, offline }) =>
    offline
      ? `${file} could not be fetched: this computer is offline. Connect it and ask again.`
      : `${file} could not be fetched: ${hostName(host)} did not answer, or lets no page fetch from it. Check the connection and the address, then ask again.`,
  'model-not-found': ({ file, host, status }) =>
    `${file} was not found on ${hostName(host)} (${status}). Check its name and its version, then ask again.`,
  'model-gated': ({ file, host, status }) =>
    `${file} is given only to people whom ${hostName(host)} knows (${status}): its licence has to be accepted there first, or its name is misspelt. This page signs in nowhere. Download the file there yourself and drop it here.`,
  'model-refused': ({ file, host, status }) =>
    status === 429
      ? `${file} could not be fetched: ${hostName(host)} asks for a pause (429). Ask again in a few minutes.`
      : `${file} could not be fetched: ${hostName(host)} answered ${status}. Ask again later.`,
  'download-broke': ({ file, loaded, total }) => {
    const part =
      total !== null && total > loaded
        ? `${megabytes(loaded)} of ${megabytes(total)}`
        : megabytes(loaded);
    return `The connection broke after ${part} of ${file}. None of it is kept: asking again starts from the beginning.`;
  },
  'download-ended': ({ file, cause }) =>
    `${file} could not be fetched: the browser ended the download (${failureText(cause)}). Ask again; it starts from the beginning.`,
  'download-no-model': ({ file, host, found }) => {
    const sent = {
      empty: 'an empty file',
      'web-page': 'a web page',
      'not-onnx': 'something that is no ONNX model',
    }[found];
    return `In place of ${file}, ${hostName(host)} sent ${sent}. A network that wants you to sign in does that, and so does a wrong address. Open the address in a tab to see.`;
  },
  'model-wrong-size': ({ file, expected, found }) =>
    `${file} has ${found === null ? 'more bytes' : bytesOrMegabytes(found)} where the catalogue says ${bytesOrMegabytes(expected)}: it is another file. It is not used. Add it by its address if it is meant.`,
  'model-too-large': ({ file, limit }) =>
    `${file} has more than ${megabytes(limit)}, which a page cannot run. Choose a smaller model or a smaller precision.`,
  'model-wrong-hash': ({ file, host }) =>
    `${file} is not the file that the catalogue names: its SHA-256 differs. It is not used. Ask again; if it stays so, ${hostName(host)} holds another file.`,
  'model-changed': ({ file, host }) =>
    `${file} is not the file that was fetched here the first time: its SHA-256 differs, so ${hostName(host)} has changed it. It is not used. If you trust the change, forget the first one and ask again.`,
  'own-file-lost': ({ label }) =>
    `The browser no longer has the file of ${label}. Drop it here again; it is recognised by its contents.`,

  // backbones: importing
  'no-model-address': () => 'This is no address and no hub id. A hub id looks like "owner/name".',
  'address-not-https': () => 'Models are fetched over https only. Paste an https address.',
  'address-without-model': () =>
    'This address names no model on the hub. Paste the address of the model’s own page.',
  'several-models': ({ files }) =>
    `${files.join(' and ')} came together. Drop one model at a time, with the files of its weights.`,
  'model-file-empty': ({ file }) => `${file} is an empty file. Download or export it again.`,
  'model-file-cut-short': ({ file }) =>
    `${file} ends in the middle: part of it is missing. Download or copy it again.`,
  'model-file-web-page': ({ file }) =>
    `${file} is a web page, not a model. Sign in or accept the licence where it comes from, and download the file itself.`,
  'model-file-not-onnx': ({ file }) =>
    `${file} is no ONNX model. A PyTorch or safetensors model has to be exported first:`,
  'model-file-damaged': ({ file, failure }) =>
    `${file} is damaged, or no ONNX model: ${failureText(failure)} Download or export it again.`,
  'model-without-image-input': ({ file, inputs }) =>
    `${file} takes no images of the form (batch, 3, height, width): it takes ${namedShapes(inputs) || 'nothing'}. Export the image encoder:`,
  'model-with-more-inputs': ({ file, inputs }) =>
    `${file} wants ${listed(inputs)} beside the image. Export the image encoder alone:`,
  'model-input-not-float': ({ file, type }) =>
    `${file} takes its image as ${type === null ? 'something other than floats' : NUMBER_TYPES[type]}; this page gives 32-bit floats. Export it with a float32 input:`,
  'model-channels-last': ({ file, dims }) =>
    `${file} takes images with the colours last, ${shapeText(dims)}; this page gives (batch, 3, height, width). Export it again in that order:`,
  'model-channel-count': ({ file, channels }) =>
    `${file} takes images of ${channels} channels, and photos have 3. Export an encoder of colour images:`,
  'model-input-not-square': ({ file, height, width }) =>
    `${file} takes images of ${height} × ${width} pixels; this page gives squares. Export it for a square image:`,
  'model-input-side': ({ file, side, least, most }) =>
    `${file} takes images of ${side} × ${side} pixels; between ${least} and ${most} to a side can be made here. Export it for 224 pixels:`,
  'model-batch-too-large': ({ file, images, most }) =>
    `${file} takes ${images} images at once, no fewer; up to ${most} are possible here. Export it for any number of images:`,
  'model-gives-maps': ({ file, outputs }) =>
    `${file} gives ${namedShapes(outputs)}: maps, as a convolutional network does, and no patch tokens. Export a Vision Transformer:`,
  'model-gives-one-vector': ({ file, outputs }) =>
    `${file} gives ${namedShapes(outputs) || 'nothing'}: one vector for the whole image, and no patch tokens (batch, tokens, width). Export it with its last hidden state, for CLIP say:`,
  'weights-missing': ({ file, missing }) =>
    missing.length > 1
      ? `${file} keeps its weights in ${listed(missing)}, which are not here. Drop all of them together.`
      : `${file} keeps its weights in ${listed(missing)}, which is not here. Drop both files together.`,
  'weights-cut-short': ({ file, weights, found, expected }) =>
    `${weights} ends before all weights of ${file} have come: it has ${found} bytes of ${expected}. Download or copy it again.`,
  'model-larger-than-browser': ({ file, bytes }) =>
    `${file} has ${(bytes / 1e9).toFixed(1)} GB, more than a browser holds. Choose a smaller model, or a 16-bit export.`,
  'run-gives-no-tokens': ({ file, outputs }) =>
    `${file} gives ${outputs.map(({ name, dims }) => `${name} ${shapeText(dims ?? [])}`).join(', ')}, and no patch tokens (batch, tokens, width). Export it with its last hidden state:`,
  'run-gives-not-finite': ({ file }) =>
    `${file} gives tokens that are not finite numbers for an ordinary picture. Export it in 32-bit:`,
  'tokens-without-grid': ({ file, tokens, side }) =>
    `${file} gives ${tokens} tokens for ${side} × ${side} pixels, which is no square grid of patches with a few tokens before it. Export it for a square image, without merging or dropping tokens:`,
  'trial-runtime-timeout': ({ seconds }) =>
    `The runtime could not be started: nothing came in ${seconds} s. Reload the page.`,
  'trial-runtime-failed': ({ cause }) =>
    `The runtime could not be started: ${clause(cause)}. Reload the page.`,
  'trial-timeout': ({ file, step, seconds }) =>
    `${file} ${step === 'session' ? 'was not loaded' : 'was not done with one image'} after ${seconds} s, so it was stopped. It is too large for this device, or goes round in a loop for ever: choose a smaller one, or export it without loops:`,
  'trial-unknown-operator': ({ file, operator }) =>
    `${file} uses the operator ${operator}, which onnxruntime does not know. Export it with ONNX’s own operators:`,
  'trial-onnx-too-new': ({ file, cause }) =>
    `${file} is written in a newer version of ONNX than onnxruntime reads here (${clause(cause)}). Export it with opset 17:`,
  'trial-out-of-memory': ({ file }) =>
    `${file} asks for more memory than a browser has. Choose a smaller one, or export it for a smaller image:`,
  'trial-no-size-fits': ({ file, cause }) =>
    `${file} says that it takes images of any size, and none of the usual ones ran: ${clause(cause)}. Export it for one size:`,
  'trial-failed': ({ file, step, cause }) =>
    `${file} could not be ${step === 'session' ? 'loaded' : 'run'}: ${clause(cause)}. Export it again:`,

  // backbones: encoding
  'backbone-not-started': ({ label, cause }) =>
    `${label} could not be started: ${failureText(cause)}`,
  'backbone-does-not-run': ({ label, cause }) =>
    `${label} does not run in this browser: ${failureText(cause)} Everything stays as it was.`,
  'backbone-output-missing': ({ label, output }) => `${label} gave no output named ${output}.`,
  'backbone-output-shape': ({ label, found, expected }) =>
    `${label} gave an output of shape ${shapeText(found)} where its catalogue entry promises ${shapeText(expected)}.`,
  'backbone-output-not-finite': ({ label }) =>
    `${label} gave tokens that are not finite numbers on this device.`,
  'output-not-float': ({ output, type }) =>
    `The output ${output} is made of ${type}, and tokens are floats.`,
  'no-canvas': ({ use }) => {
    if (use === 'figure') return 'The browser offers no canvas.';
    const purpose = {
      'trial-picture': 'draw the picture on',
      'crop-pixels': 'read the pixels with',
      'test-image': 'draw a test image on',
    }[use];
    return `The browser gave no canvas to ${purpose}.`;
  },
  'half-does-not-run': () =>
    'The 16-bit variant does not run on this device, so the 32-bit one is used.',
  'half-not-finite': () =>
    'The 16-bit variant gives numbers that are not finite on this device, so the 32-bit one is used.',
  'half-all-zero': () =>
    'The 16-bit variant gives nothing but zeros on this device, so the 32-bit one is used.',
  'half-differs': ({ cosine }) =>
    `The 16-bit variant’s tokens differ from the 32-bit ones on this device (cosine ${cosine.toFixed(3)}), so the 32-bit one is used.`,
};

/** A failure as a sentence, with the command that would help where there is one. */
export function failureText(failure: Failure): string {
  const { text, command } = failureParts(failure);
  return command === null ? text : `${text} ${command}`;
}

/** A failure as a sentence, and the line for a terminal that would help, to stand by itself. */
export function failureParts(failure: Failure): { text: string; command: string | null } {
  // The table holds, for each code, a sentence about that code's own facts.
  const text = (failures[failure.code] as (facts: Failure) => string)(failure);
  return { text, command: 'example' in failure ? exportCommand(failure.example) : null };
}

/** What became of a worker, to stand after a colon. */
export function workerDeath(death: WorkerDeath): string {
  switch (death.kind) {
    case 'script-failed':
      return (
        death.detail ??
        'its script did not load; if the page was renewed since it was opened, reload it'
      );
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

/** A failure inside a sentence: on one line, not too long, and without its full stop. */
function clause(failure: Failure): string {
  const line = failureText(failure).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function hostName(host: string | null): string {
  return host ?? 'the server';
}
