import type { EditKind } from '../../../state/slices/types';
import { count, megabytes } from '../format';

const EDITS: Record<EditKind, string> = {
  'add-images': 'adding images',
  'delete-image': 'deleting an image',
  'move-image': 'moving an image',
  'add-class': 'adding a class',
  'rename-class': 'renaming a class',
  'delete-class': 'deleting a class',
  'delete-all': 'removing everything',
  'bring-back': 'bringing back',
  'set-probe': 'the probe',
  'set-recipe': 'the recipe',
  'set-seed': 'the seed',
  'set-held-out': 'what is held out',
};

/** In gigabytes from one of them on. */
const large = (bytes: number) =>
  bytes < 1e9 ? megabytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`;

/** Whole projects: the menu in the header, the list, and what storage holds. */
export const projects = {
  menu: (name: string) => `Project: ${name}`,
  unsaved: 'New project',
  newProject: 'New project',
  all: 'All projects',
  rename: 'Rename',
  renameOne: (name: string) => `Rename ${name}`,
  nameOfProject: 'Name of the project',
  duplicate: 'Duplicate',
  duplicateOne: (name: string) => `Duplicate ${name}`,
  delete: 'Delete',
  deleteOne: (name: string) => `Delete ${name}`,
  open: (name: string) => `Open ${name}`,
  opened: 'open in this tab',
  close: 'Close',
  none: 'What you make is kept here by itself.',
  goOn: 'Go on with',
  contents: (classes: number, images: number) =>
    `${count(images, 'image')} in ${count(classes, 'class', 'classes')}`,
  changed: (at: number) =>
    at === 0
      ? ''
      : new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(at),

  /** As it stands beside an entry of a menu. */
  shortcut: (key: string, apple: boolean) => (apple ? `⌘${key}` : `Ctrl ${key}`),
  undoOf: (edit: EditKind | null) => (edit === null ? 'Undo' : `Undo: ${EDITS[edit]}`),
  redoOf: (edit: EditKind | null) => (edit === null ? 'Redo' : `Redo: ${EDITS[edit]}`),

  storage: {
    title: 'In this browser',
    images: 'Images of all projects',
    work: 'Trained heads and comparisons',
    tokens: 'Tokens, kept so that they need not be made again',
    models: 'Models',
    deleteTokens: 'Delete kept tokens',
    seeModels: 'Show models',
    size: megabytes,
    share: (used: number, quota: number) => `${large(used)} of ${large(quota)} allowed`,
    promised: 'This browser promises to keep it.',
    notPromised: 'This browser may clear it when the disk runs low.',
  },
};
