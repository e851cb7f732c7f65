import { count } from '../format';

/** The column that holds the images, class by class. */
export const images = {
  heading: 'Images',
  addImages: 'Add images',
  addFolder: 'Add folder',
  addClass: 'Add class',

  menu: {
    name: 'More',
    samples: 'Samples',
    files: 'What became of files…',
    removeEverything: 'Remove everything',
  },
  sampleSet: (classes: number, images: number) =>
    `${count(classes, 'class', 'classes')}, ${count(images, 'image')}`,

  class: {
    chooseFiles: (name: string) => `Choose files for ${name}`,
    deleteHint: 'Delete class',
    delete: (name: string) => `Delete class ${name}`,
    empty: 'Drop images here',
    rename: (name: string) => `Rename ${name}`,
    name: 'Name of the class',
  },

  image: {
    moveTo: 'Move to …',
    newClass: 'New class',
    delete: 'Delete',
    deleteKey: 'Del',
  },

  tokens: {
    none: 'Drop files anywhere.',
    images: (images: number) => count(images, 'image'),
    progress: 'Tokens',
    running: '<tokens>tokens</tokens>',
    paused: '<tokens>paused</tokens>',
    cancel: 'Cancel',
    resume: 'Resume',
    fromCache: (images: number) => `<keptTokens>tokens</keptTokens> of ${images} kept from before`,
    heldOut: 'held out',
    wrong: 'wrong',
  },
};
