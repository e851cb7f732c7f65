import type { DropTally, PassedOverWhy } from './drops';
import type { Failure, NoFacts } from './failures';
import type { CanvasProtection, PixelSize } from './images';

/**
 * What the page says by itself, as a code with facts; `messages/` has the words. What failed is said
 * as `Failure`, most often wrapped in one of these that tells what became of it.
 */
export interface NoticeFacts {
  /** Said as it is. */
  failed: { failure: Failure };

  // images
  'class-deleted': { images: number };
  'image-deleted': NoFacts;
  'all-deleted': { images: number };
  'class-needs-name': NoFacts;
  /** `name`: of the other class. */
  'class-name-taken': { name: string };
  'folder-empty': NoFacts;
  'file-gone': NoFacts;
  /** The same bytes are in the project already. */
  'image-twin': { className: string; name: string };
  'image-without-tokens': { failure: Failure };
  /** What came of a drop, where not all of it was added; `drop` is its id. */
  'files-accounted': { drop: number; tally: DropTally };
  /** All that a person gave was this one. */
  'file-passed-over': { why: PassedOverWhy };
  /** A drag brought something, and no file. */
  'drag-without-file': { brought: 'address' | 'text' | 'image-of-page' | 'nothing' };
  /** Folders whose names differ in their spelling only became one class. */
  'folders-merged': { folders: readonly string[] };
  'list-not-copied': NoFacts;
  /** The browser's storage has it no more. */
  'image-lost': NoFacts;
  'images-lost': { names: readonly string[] };
  /** Pixels don't come back from canvases as they were put in. */
  'pixels-altered': { by: CanvasProtection };

  // training and comparing
  /** Classes with fewer than two images that have tokens. */
  'left-out-of-run': { classes: readonly string[] };
  'head-gone': NoFacts;
  /** A head of an earlier visit, or of a worker that has gone. */
  'head-not-back': { failure: Failure };
  /** A run was under way when the project was closed; `epoch` 0 where it had not begun. */
  'run-cut-short': { epoch: number; epochs: number };
  'backbone-not-compared': { failure: Failure };

  // workers and devices
  'worker-stopped': { part: WorkerPart; failure: Failure };
  'gpu-lost': { part: WorkerPart; failure: Failure; next: 'webgpu' | 'wasm' };
  'webgpu-not-started': { failure: Failure };
  'gave-up': { part: WorkerPart; failure: Failure };
  'gpu-failed-on-image': { failure: Failure; next: 'webgpu' | 'wasm' };
  'backbone-failed-on-image': { failure: Failure };

  // backbones
  'backbone-unreadable': { failure: Failure };
  'backbone-in-use': { wanted: 'forget' | 'delete-file' };

  // storage
  /** There is no room for the head on show. */
  'head-not-kept': NoFacts;
  /** `no-answer`: the browser does not say whether it keeps anything. `failing`: it said no this time. */
  'in-memory-only': {
    why: 'later-version' | 'disk-full' | 'no-storage' | 'no-answer' | 'failing';
  };
  /** The file could not be read, so only this page has the image. */
  'image-not-kept': NoFacts;
  /** The last project is open in another tab. `name` may be empty; `number` from 1. */
  'project-elsewhere': { name: string; number: number };
  /** A project that was to be opened is open in another tab. */
  'project-held': { name: string; number: number };
  /** Another tab has opened this project. */
  'project-taken': NoFacts;
  /** Another tab has changed it, so what is here became a project of its own. */
  'project-copied': NoFacts;
  'project-deleted': { name: string; number: number };

  // export
  'table-not-copied': NoFacts;
  'picture-copied': NoFacts;
  // images: what became of one that was taken
  'image-scaled-down': PixelSize;
  'image-from-cmyk': NoFacts;
  /** It had `depth` bits per colour. */
  'image-depth-reduced': { depth: number };
  /** It is animated. */
  'image-first-frame': NoFacts;
  'image-from-svg': NoFacts;
  // backbones
  /** The model in use is in memory only; `again` is what a reload will ask for. */
  'memory-only': { label: string; why: 'disk-full' | 'no-storage'; again: 'fetch' | 'drop' };
  'backbone-only-on-wasm': { label: string; failure: Failure };
  /** A 16-bit variant can't be trusted here. */
  'exact-variant-instead': { label: string; failure: Failure };
  /** `instead`: the label of the backbone that is used now. */
  'last-backbone-unknown': { instead: string };
  'last-backbone-not-here': { instead: string };
}

/** The two workers that hold models. */
export type WorkerPart = 'backbone' | 'trainer';

/** Parts of the page that a notice can be about, where it is not about a file or a class. */
export type PartName =
  | 'images'
  | 'files'
  | 'dropped'
  | 'training'
  | 'comparison'
  | 'backbone'
  | 'backbone-worker'
  | 'trainer-worker'
  | 'own-backbone'
  | 'storage'
  | 'picture'
  | 'copied';

/** What a notice is about: a file, folder, class or backbone by its name, or a part of the page. */
export type Subject = string | { part: PartName };

export type NoticeCode = keyof NoticeFacts;

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & Readonly<NoticeFacts[C]>;
}[NoticeCode];
