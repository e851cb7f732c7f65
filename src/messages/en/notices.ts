import type { Notice, NoticeFacts } from '../../vocabulary/notices';
import { failureText } from './failures';

type Sentences = { [C in keyof NoticeFacts]: (facts: NoticeFacts[C]) => string };

/** What the page says by itself, as whole sentences: one for every code. */
export const notices: Sentences = {
  failed: ({ failure }) => failureText(failure),

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
  'own-backbone-unreadable': ({ failure }) => `It cannot be read any more: ${failureText(failure)}`,
  'backbone-in-use': ({ wish }) =>
    `It is in use. Choose another backbone first, then ${wish === 'forget' ? 'forget it' : 'delete its file'}.`,
  'backbone-not-compared': ({ failure }) => `It could not be compared: ${failureText(failure)}`,

  // workers
  'worker-gave-up': ({ part, failure }) =>
    `${part === 'backbone' ? 'The backbone' : 'The trainer'} does not work: ${failureText(failure)}`,
  'webgpu-not-started': ({ failure }) =>
    `WebGPU could not be started: ${failureText(failure)} WebAssembly is used instead.`,
  'webgpu-failed-on-image': ({ failure, next }) => {
    const goesOn =
      next === 'webgpu'
        ? 'It starts again and carries on where it was.'
        : 'From now on WebAssembly is used; everything carries on where it was.';
    return `WebGPU failed on an image: ${failureText(failure)} ${goesOn}`;
  },
  'backbone-failed-on-image': ({ failure }) =>
    `It failed on an image: ${failureText(failure)} A fresh one tries it once more.`,
  'image-without-tokens': ({ failure }) =>
    `No tokens could be made from this image: ${failureText(failure)} Delete it, or add it again to retry.`,
};

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  // As in `failureText`.
  return (notices[notice.code] as (facts: Notice) => string)(notice);
}
