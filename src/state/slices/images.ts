import type { StateCreator } from 'zustand/vanilla';
import type { DroppedFiles } from '../../images/drop/dropped-files';
import { displayName } from '../../images/names';
import { SampleFiles } from '../../images/samples/sample-files';
import { findSampleSet } from '../../images/samples/samples';
import { failureText } from '../../messages/en/failures'; // TODO integrator
import { storageKeeper } from '../../storage/ask-to-keep';
import { failureOf } from '../../vocabulary/failures';
import { addFiles } from '../derive/add-files';
import { findByName, freeClassName } from '../derive/class-names';
import { withoutImages } from '../derive/delete';
import { filmstrip, imagesOfClass } from '../derive/images-of';
import { newId } from '../derive/new-id';
import { freshPicture, pictures } from '../pictures';
import type { AppState, ImageItem, ImagesSlice } from './types';

export const imagesSlice: StateCreator<AppState, [], [], ImagesSlice> = (set, get) => {
  // TODO integrator: made in createApp, as is `askToKeep`.
  const sampleFiles = new SampleFiles();
  const askToKeep = storageKeeper();
  const add = (dropped: DroppedFiles, classId: string | null) => {
    const { classes, images, files } = addFiles(get(), dropped, classId);
    for (const { imageId, file } of files) {
      pictures.set(imageId, freshPicture(file));
    }
    set(({ selectedImageId, extraction }) => ({
      classes,
      images,
      selectedImageId: selectedImageId ?? images[0]?.id ?? null,
      ...(extraction.kind === 'cancelled' && { extraction: { ...extraction, kind: 'running' } }),
    }));
  };

  /** Takes something away such that it can be brought back until the next deletion. */
  const remove = (
    what: { subject: string; text: string },
    after: Pick<AppState, 'classes' | 'images' | 'selectedImageId'>,
  ) => {
    const { classes, images, selectedImageId, trash, say, dismiss } = get();
    if (trash) dismiss(trash.messageId);
    const messageId = say({ severity: 'note', ...what, action: 'undo' });
    set({ ...after, trash: { classes, images, selectedImageId, messageId } });
  };

  return {
    classes: [],
    images: [],
    selectedImageId: null,
    trash: null,
    restored: false,

    addClass(wanted = '') {
      const { classes } = get();
      const name = displayName(wanted);
      const found = name ? findByName(classes, name) : undefined;
      if (found) return found.id;
      const label = { id: newId(), name: name || freeClassName(classes) };
      set({ classes: [...classes, label] });
      return label.id;
    },

    renameClass(classId, wanted) {
      const { classes, say } = get();
      const label = classes.find(({ id }) => id === classId);
      if (!label) return false;
      const name = displayName(wanted);
      const refuse = (text: string) => {
        say({ severity: 'error', subject: label.name, text });
        return false;
      };
      if (!name) return refuse('A class needs a name. The old one stays.');
      const other = findByName(classes, name);
      if (other && other.id !== classId) {
        return refuse(`Another class is named "${other.name}" already. Choose another name.`);
      }
      set({ classes: classes.map((entry) => (entry.id === classId ? { ...entry, name } : entry)) });
      return true;
    },

    deleteClass(classId) {
      const state = get();
      const label = state.classes.find(({ id }) => id === classId);
      if (!label) return;
      const doomed = imagesOfClass(state, classId);
      remove(
        { subject: label.name, text: `The class was deleted with ${plural(doomed.length)}.` },
        {
          ...withoutImages(state, idsOf(doomed)),
          classes: state.classes.filter(({ id }) => id !== classId),
        },
      );
    },

    moveImage(imageId, classId) {
      if (!get().classes.some(({ id }) => id === classId)) return;
      set(({ images }) => ({
        images: images.map((image) => (image.id === imageId ? { ...image, classId } : image)),
      }));
    },

    deleteImage(imageId) {
      const state = get();
      const image = state.images.find(({ id }) => id === imageId);
      if (!image) return;
      remove(
        { subject: image.name, text: 'The image was deleted.' },
        withoutImages(state, new Set([imageId])),
      );
    },

    undoDelete() {
      const { trash, images, classes, selectedImageId, dismiss } = get();
      if (!trash) return;
      const cachedModels = new Map(images.map((image) => [image.id, image]));
      const back = trash.images.map((image) => cachedModels.get(image.id) ?? rested(image));
      const known = idsOf(back);
      const knownClasses = new Map(classes.map((label) => [label.id, label]));
      const classesBack = trash.classes.map((label) => knownClasses.get(label.id) ?? label);
      const classIds = new Set(classesBack.map(({ id }) => id));
      set({
        // What came or changed since the deletion stays as it is now.
        classes: [...classesBack, ...classes.filter(({ id }) => !classIds.has(id))],
        images: [...back, ...images.filter(({ id }) => !known.has(id))],
        selectedImageId: trash.selectedImageId ?? selectedImageId,
        trash: null,
      });
      dismiss(trash.messageId);
    },

    async addFiles(dropped, classId) {
      const { say } = get();
      for (const folder of dropped.emptyFolders) {
        say({
          severity: 'error',
          subject: folder,
          text: 'The folder holds no files. Drop a folder that has images in it.',
        });
      }
      if (dropped.files.length === 0) return;
      add(dropped, classId);
      await askToKeep();
    },

    async addSamples(setId, words) {
      const sampleSet = findSampleSet(setId);
      const wanted = sampleSet.classes.flatMap(({ id, images }) =>
        images.map((image) => ({ ...image, folder: words.class[id] })),
      );
      try {
        const files = await Promise.all(
          wanted.map(async ({ file, name, folder }) => ({
            file: new File([await sampleFiles.load(file)], `${words.picture(name)}.webp`, {
              type: 'image/webp',
            }),
            folder,
          })),
        );
        add({ files, emptyFolders: [] }, null);
      } catch (error) {
        get().say({
          severity: 'error',
          subject: words.set[sampleSet.id],
          text: failureText({ code: 'samples-not-loaded', cause: failureOf(error) }),
        });
      }
    },

    prefetchSamples: () => sampleFiles.prefetch(),

    clearAll() {
      const { images, classes } = get();
      if (images.length === 0 && classes.length === 0) return;
      remove(
        { subject: 'Images', text: `Every class was deleted, with ${plural(images.length)}.` },
        { classes: [], images: [], selectedImageId: null },
      );
    },

    select: (selectedImageId) => set({ selectedImageId }),

    selectNeighbour(step) {
      const state = get();
      const strip = filmstrip(state);
      const at = strip.findIndex(({ id }) => id === state.selectedImageId);
      const next = at < 0 ? strip[0] : strip[at + step];
      if (next) set({ selectedImageId: next.id });
    },
  };
};

/** An image out of the trash: whatever was under way for it has been given up meanwhile. */
function rested(image: ImageItem): ImageItem {
  return image.status.kind === 'extracting' ? { ...image, status: { kind: 'waiting' } } : image;
}

function idsOf(images: readonly ImageItem[]): Set<string> {
  return new Set(images.map(({ id }) => id));
}

function plural(count: number): string {
  return count === 1 ? '1 image' : `${count} images`;
}
