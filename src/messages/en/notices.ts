import { displayName } from '../../images/names';
import type { DeviceKind } from '../../runtime/device';
import type { Failure } from '../../vocabulary/failures';
import type { CanvasProtection } from '../../vocabulary/images';
import type { Notice, NoticeFacts, PartName, Subject, WorkerPart } from '../../vocabulary/notices';
import { failureText, sentence, workerDeath } from './failures';
import { passedOverText, tallyText } from './file-outcomes';
import { count, pixels } from './format';
import { listed } from './model-facts';
import { names } from './names';

type Sentences = { [C in keyof NoticeFacts]: (facts: NoticeFacts[C]) => string };

const WORKERS: Record<WorkerPart, string> = { backbone: 'The backbone', trainer: 'The trainer' };
const AFTER_DEATH: Record<WorkerPart, string> = {
  backbone: 'A fresh one carries on where it was.',
  trainer: 'A fresh one takes over; the tokens are made again, then a run is repeated.',
};
const NEXT: Record<DeviceKind, string> = {
  webgpu: 'It starts again and carries on where it was.',
  wasm: 'From now on WebAssembly is used; everything carries on where it was.',
};
const IN_MEMORY: Record<NoticeFacts['in-memory-only']['why'], string> = {
  'later-version':
    'A later version of this page keeps a project here that this one cannot read. It stays untouched, and what you do now is lost when the page is closed. Reload to get the later version.',
  'disk-full':
    'The disk is full, so what you do from now on is lost when this page is closed. Free some space and reload.',
  'no-storage':
    'This browser keeps nothing for this page (a private window, perhaps), so what you do is lost when it is closed.',
  'no-answer':
    'This browser’s storage does not answer, so what you do is only in this page for now. It is tried again and again.',
  failing:
    'The last change could not be kept. It is tried again and again; until this message is gone, what you do is only in this page.',
};

const WITHOUT_FILE: Record<NoticeFacts['drag-without-file']['brought'], string> = {
  address:
    'Nothing was added: that was an address, and no file. Save the picture on this computer first, then drop its file here.',
  text: 'Nothing was added: that was text, and no file. Drop pictures, or folders with pictures in them.',
  'image-of-page':
    'Nothing was added: that is an image of this page in another tab. Drop its file from a folder instead.',
  nothing:
    'Nothing was added: the drag brought no file. Save the picture on this computer first, then drop its file here.',
};

const PIXELS_ALTERED: Record<CanvasProtection, string> = {
  brave:
    'Brave changes the pixels that this page reads, as a protection against fingerprinting: what is trained here would rest on noise. Click the lion beside the address, turn Shields off for this page, and reload.',
  firefox:
    'Firefox changes the pixels that this page reads from a canvas, as a protection against fingerprinting: what is trained here would rest on noise. Allow this page to use canvas data (the sign beside the address, or privacy.resistFingerprinting in about:config), and reload.',
  other:
    'Something changes the pixels that this page reads from a canvas: a protection of this browser against fingerprinting, or an extension. What is trained here would rest on noise. Allow this page to read canvases there, and reload.',
};

/** What the page says by itself, as whole sentences: one for every code. */
export const notices: Sentences = {
  failed: ({ failure }) => failureText(failure),

  'class-deleted': ({ images }) => `The class was deleted with ${count(images, 'image')}.`,
  'image-deleted': () => 'The image was deleted.',
  'all-deleted': ({ images }) => `Every class was deleted, with ${count(images, 'image')}.`,
  'class-needs-name': () => 'A class needs a name. The old one stays.',
  'class-name-taken': ({ name }) =>
    `Another class is named "${name}" already. Choose another name.`,
  'folder-empty': () => 'The folder holds no files. Drop a folder that has images in it.',
  'file-gone': () => 'Its file is gone. Add it again.',
  'image-twin': ({ className, name }) =>
    `Not added: it is already in class "${className}" as ${name}.`,
  'files-accounted': ({ tally }) => `${tallyText(tally)}.`,
  'file-passed-over': ({ why }) => passedOverText(why),
  'drag-without-file': ({ brought }) => WITHOUT_FILE[brought],
  'folders-merged': ({ folders }) => {
    const written = new Set(folders.map((folder) => displayName(folder)));
    const which =
      written.size > 1
        ? listed([...written].map((name) => `“${name}”`))
        : `${folders.length} folders of this name, each written in another way,`;
    return `${which} became one class: their names differ too little for two. If two are meant, rename a folder and add it again.`;
  },
  'list-not-copied': () =>
    'The browser did not let the page copy the list. Select it with the mouse and copy that.',
  'image-without-tokens': ({ failure }) =>
    `No tokens could be made from this image: ${failureText(failure)} Delete it, or add it again to retry.`,
  'image-lost': () => 'The browser has lost the file of this image. Add it again.',
  'images-lost': ({ names: lost }) =>
    `${count(lost.length, 'file')} had not been kept when the page was closed. Add them again: ${lost.join(', ')}.`,

  'pixels-altered': ({ by }) => PIXELS_ALTERED[by],

  'left-out-of-run': ({ classes }) =>
    `Left out of this run, with fewer than two images that have tokens: ${classes.join(', ')}.`,
  'head-gone': () =>
    'This head is gone, with the worker that trained it. It can be trained again while nothing else is, as long as its images are as they were.',
  'head-not-back': ({ failure }) => `A head could not be brought back: ${failureText(failure)}`,
  'run-cut-short': ({ epoch, epochs }) =>
    epoch === 0
      ? 'A run was about to begin when this project was closed. Press Train to begin it.'
      : `A run was under way when this project was closed, in epoch ${epoch} of ${epochs}, and is not kept half done. Press Train to run it anew.`,
  'backbone-not-compared': ({ failure }) => `It could not be compared: ${failureText(failure)}`,

  'worker-stopped': ({ part, failure }) =>
    `${WORKERS[part]} stopped: ${lossText(failure)} ${AFTER_DEATH[part]}`,
  'gpu-lost': ({ part, failure, next }) =>
    `${WORKERS[part]} lost the graphics device: ${failureText(failure)} ${NEXT[next]}`,
  'webgpu-not-started': ({ failure }) =>
    `WebGPU could not be started: ${failureText(failure)} WebAssembly is used instead.`,
  'gave-up': ({ part, failure }) => `${WORKERS[part]} does not work: ${failureText(failure)}`,
  'gpu-failed-on-image': ({ failure, next }) =>
    `WebGPU failed on an image: ${failureText(failure)} ${NEXT[next]}`,
  'backbone-failed-on-image': ({ failure }) =>
    `It failed on an image: ${failureText(failure)} A fresh one tries it once more.`,

  'backbone-unreadable': ({ failure }) => `It cannot be read any more: ${failureText(failure)}`,
  'backbone-in-use': ({ wanted }) =>
    `It is in use. Choose another backbone first, then ${
      wanted === 'forget' ? 'forget it' : 'delete its file'
    }.`,

  'head-not-kept': () =>
    'There is no room to keep this head: after a reload it has to be trained again. Free some space, or delete what you no longer use.',
  'in-memory-only': ({ why }) => IN_MEMORY[why],
  'image-not-kept': () =>
    'Its file cannot be read any more, so it is only in this page. Add it again to keep it.',
  'project-elsewhere': ({ name, number }) =>
    `"${names.project(name, number)}" is open in another tab. This tab begins a new project.`,
  'project-held': ({ name, number }) => `"${names.project(name, number)}" is open in another tab.`,
  'project-taken': () =>
    'This project was opened in another tab. What you change here from now on becomes a copy.',
  'project-copied': () =>
    'Another tab has changed this project meanwhile. What is here is kept as a copy.',
  'project-deleted': ({ name, number }) => `"${names.project(name, number)}" was deleted.`,

  'table-not-copied': () =>
    'The browser did not let the page copy the table. Download it as CSV instead.',
  'picture-copied': () => 'paste the picture anywhere.',
  // images
  'image-scaled-down': (size) => `${pixels(size)}, scaled down.`,
  'image-from-cmyk': () => 'CMYK colours, converted to RGB.',
  'image-depth-reduced': ({ depth }) => `${depth} bits per colour, reduced to 8.`,
  'image-first-frame': () => 'Animated: the first frame is used.',
  'image-from-svg': () => 'Drawn from SVG.',
  // backbones
  'memory-only': ({ label, why, again }) => {
    if (again === 'drop') {
      const reason = {
        'disk-full': 'there is no room to keep its file',
        'no-storage': 'this browser keeps nothing for this page (a private window, perhaps)',
      }[why];
      return `${label} runs, but ${reason}: after a reload it has to be dropped here again.`;
    }
    return why === 'disk-full'
      ? `${label} runs, but there is no room to keep it: after a reload it has to be fetched again. Free some space, or delete models that you no longer use.`
      : `${label} runs, but this browser keeps nothing for this page (a private window, perhaps): after a reload it has to be fetched again.`;
  },
  'backbone-only-on-wasm': ({ label, failure }) =>
    `${label} does not run on the graphics device: ${failureText(failure)} WebAssembly is used for it.`,
  'exact-variant-instead': ({ label, failure }) => `${label}: ${failureText(failure)}`,
  'last-backbone-unknown': ({ instead }) =>
    `The backbone of your last visit is not known here any more, so ${instead} is used. Add its file or address again to go back to it.`,
  'last-backbone-not-here': ({ instead }) =>
    `Its file is not in this browser any more, so ${instead} is used. Choose it again to have it back.`,
};

/** Why a worker is gone, after "The trainer stopped:". */
function lossText(failure: Failure): string {
  return failure.code === 'worker-died'
    ? sentence(workerDeath(failure.death))
    : failureText(failure);
}

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  // As in `failureText`.
  return (notices[notice.code] as (facts: Notice) => string)(notice);
}

const PARTS: Record<PartName, string> = {
  images: 'Images',
  files: 'Files',
  dropped: 'Dropped',
  training: 'Training',
  comparison: 'Comparison',
  backbone: 'Backbone',
  'backbone-worker': 'The backbone',
  'trainer-worker': 'The trainer',
  'own-backbone': 'A backbone of your own',
  storage: 'Storage',
  picture: 'Picture',
  copied: 'Copied:',
};

/** What a notice is about. */
export function subjectText(subject: Subject): string {
  return typeof subject === 'string' ? subject : PARTS[subject.part];
}
