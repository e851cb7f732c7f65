import type { DroppedFiles } from '../../images/drop/dropped-files';
import { displayName } from '../../images/names';
import { findSampleSet, type SampleWords } from '../../images/samples/samples';
import { addFiles } from '../../state/derive/add-files';
import { findByName, freeClassName } from '../../state/derive/class-names';
import { withoutImages } from '../../state/derive/delete';
import { filmstrip, imagesOfClass } from '../../state/derive/images-of';
import { newId } from '../../state/derive/new-id';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import type { AppState, ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { type Failure, failureOf } from '../../vocabulary/failures';
import type { Names } from '../../vocabulary/names';
import type { Notice, Subject } from '../../vocabulary/notices';
import type { Environment } from '../environment';
import type { Pipeline } from '../images/pipeline';
import type { Notices } from '../notices';

export interface ImageCommandParts {
  store: AppStore;
  blobs: ImageBlobsById;
  notices: Notices;
  pipeline: Pick<Pipeline, 'wake'>;
  environment: Pick<Environment, 'askToKeep' | 'loadSample'>;
  names: Names;
}

/** What a person does with classes and images. */
export function createImageCommands(parts: ImageCommandParts) {
  const { store, blobs, notices, pipeline, environment, names } = parts;
  const { getState, setState } = store;

  const add = (dropped: DroppedFiles, classId: string | null) => {
    const { classes, images, files } = addFiles(getState(), dropped, classId, names);
    for (const { imageId, file, madeClass } of files) {
      blobs.set(imageId, { ...freshBlobs(file), madeClass });
    }
    setState(({ selectedImageId, extraction }) => ({
      classes,
      images,
      selectedImageId: selectedImageId ?? images[0]?.id ?? null,
      ...(extraction.kind === 'cancelled' && { extraction: { ...extraction, kind: 'running' } }),
    }));
    pipeline.wake();
  };

  /** Takes something away such that it can be brought back until the next deletion. */
  const remove = (
    subject: Subject,
    what: Notice,
    after: Pick<AppState, 'classes' | 'images' | 'selectedImageId'>,
  ) => {
    const { classes, images, selectedImageId, trash } = getState();
    if (trash) notices.dismiss(trash.messageId);
    const messageId = notices.say('note', subject, what, 'undo');
    setState({ ...after, trash: { classes, images, selectedImageId, messageId } });
    pipeline.wake();
  };

  return {
    /** The id of the class of that name, which is made where there is none. */
    addClass(wanted = ''): string {
      const { classes } = getState();
      const name = displayName(wanted);
      const found = name ? findByName(classes, name) : undefined;
      if (found) return found.id;
      const label = { id: newId(), name: name || freeClassName(classes, names) };
      setState({ classes: [...classes, label] });
      return label.id;
    },

    /** False (with a message) when the name is empty or taken. */
    renameClass(classId: string, wanted: string): boolean {
      const { classes } = getState();
      const label = classes.find(({ id }) => id === classId);
      if (!label) return false;
      const name = displayName(wanted);
      const refuse = (what: Notice) => {
        notices.say('error', label.name, what);
        return false;
      };
      if (!name) return refuse({ code: 'class-needs-name' });
      const other = findByName(classes, name);
      if (other && other.id !== classId) {
        return refuse({ code: 'class-name-taken', name: other.name });
      }
      setState({
        classes: classes.map((entry) => (entry.id === classId ? { ...entry, name } : entry)),
      });
      return true;
    },

    deleteClass(classId: string): void {
      const state = getState();
      const label = state.classes.find(({ id }) => id === classId);
      if (!label) return;
      const doomed = imagesOfClass(state, classId);
      remove(
        label.name,
        { code: 'class-deleted', images: doomed.length },
        {
          ...withoutImages(state, idsOf(doomed)),
          classes: state.classes.filter(({ id }) => id !== classId),
        },
      );
    },

    moveImage(imageId: string, classId: string): void {
      if (!getState().classes.some(({ id }) => id === classId)) return;
      setState(({ images }) => ({
        images: images.map((image) => (image.id === imageId ? { ...image, classId } : image)),
      }));
      // The order of the filmstrip is the order of extraction.
      pipeline.wake();
    },

    deleteImage(imageId: string): void {
      const state = getState();
      const image = state.images.find(({ id }) => id === imageId);
      if (!image) return;
      const after = withoutImages(state, new Set([imageId]));
      remove(image.name, { code: 'image-deleted' }, after);
    },

    /** Takes back the last deletion. */
    undoDelete(): void {
      const { trash, images, classes, selectedImageId } = getState();
      if (!trash) return;
      const there = new Map(images.map((image) => [image.id, image]));
      const back = trash.images.map((image) => there.get(image.id) ?? rested(image));
      const known = idsOf(back);
      const knownClasses = new Map(classes.map((label) => [label.id, label]));
      const classesBack = trash.classes.map((label) => knownClasses.get(label.id) ?? label);
      const classIds = idsOf(classesBack);
      setState({
        // What came or changed since the deletion stays as it is now.
        classes: [...classesBack, ...classes.filter(({ id }) => !classIds.has(id))],
        images: [...back, ...images.filter(({ id }) => !known.has(id))],
        selectedImageId: trash.selectedImageId ?? selectedImageId,
        trash: null,
      });
      notices.dismiss(trash.messageId);
      pipeline.wake();
    },

    /**
     * `classId` null: a folder's name becomes the class, loose files go to the selected image's class
     * or a new one.
     */
    async addFiles(dropped: DroppedFiles, classId: string | null): Promise<void> {
      for (const folder of dropped.emptyFolders) {
        notices.say('error', folder, { code: 'folder-empty' });
      }
      if (dropped.files.length === 0) return;
      add(dropped, classId);
      void environment.askToKeep();
    },

    /** @param words what the samples are called in the person's language. */
    async addSamples(setId: string, words: SampleWords): Promise<void> {
      const sampleSet = findSampleSet(setId);
      const wanted = sampleSet.classes.flatMap(({ id, images }) =>
        images.map((image) => ({ ...image, folder: words.class[id] })),
      );
      try {
        const files = await Promise.all(
          wanted.map(async ({ file, name, folder }) => ({
            file: new File([await environment.loadSample(file)], `${words.picture(name)}.webp`, {
              type: 'image/webp',
            }),
            folder,
          })),
        );
        add({ files, emptyFolders: [] }, null);
      } catch (error) {
        const failure: Failure = { code: 'samples-not-loaded', cause: failureOf(error) };
        notices.say('error', words.set[sampleSet.id], { code: 'failed', failure });
      }
    },

    /** Removes every class and image; can be undone. */
    clearAll(): void {
      const { images, classes } = getState();
      if (images.length === 0 && classes.length === 0) return;
      remove(
        { part: 'images' },
        { code: 'all-deleted', images: images.length },
        { classes: [], images: [], selectedImageId: null },
      );
    },

    select: (selectedImageId: string | null): void => setState({ selectedImageId }),

    /** Selects the next or previous image in the order of the filmstrip. */
    selectNeighbour(step: 1 | -1): void {
      const state = getState();
      const strip = filmstrip(state);
      const at = strip.findIndex(({ id }) => id === state.selectedImageId);
      const next = at < 0 ? strip[0] : strip[at + step];
      if (next) setState({ selectedImageId: next.id });
    },

    /** Leaves the images that wait without tokens, until it is resumed. */
    cancelExtraction(): void {
      const { extraction } = getState();
      if (extraction.kind !== 'running') return;
      setState({ extraction: { ...extraction, kind: 'cancelled' } });
    },

    resumeExtraction(): void {
      const { extraction } = getState();
      if (extraction.kind !== 'cancelled') return;
      setState({ extraction: { ...extraction, kind: 'running' } });
      pipeline.wake();
    },
  };
}

/** An image out of the trash: whatever was under way for it has been given up meanwhile. */
function rested(image: ImageItem): ImageItem {
  return image.status.kind === 'extracting' ? { ...image, status: { kind: 'waiting' } } : image;
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}
