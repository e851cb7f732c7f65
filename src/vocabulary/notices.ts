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
  /** The browser's storage has it no more. */
  'image-lost': NoFacts;
  /** Pixels don't come back from canvases as they were put in. */
  'pixels-altered': { by: CanvasProtection };

  // training and comparing
  /** Classes with fewer than two images that have tokens. */
  'left-out-of-run': { classes: readonly string[] };
  'head-gone': NoFacts;
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
  'in-memory-only': { why: 'later-version' | 'disk-full' | 'no-storage' };

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
