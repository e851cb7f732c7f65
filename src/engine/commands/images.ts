import type { DroppedFiles } from '../../images/drop/dropped-files';
import { displayName } from '../../images/names';
import { findSampleSet, type SampleWords } from '../../images/samples/samples';
import { addFiles } from '../../state/derive/add-files';
import { findByName, freeClassName } from '../../state/derive/class-names';
import { withoutImages } from '../../state/derive/delete';
import { filmstrip, imagesOfClass } from '../../state/derive/images-of';
import { newId } from '../../state/derive/new-id';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import type { AppState, EditKind } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { AccountedFile } from '../../vocabulary/drops';
import { type Failure, failureOf } from '../../vocabulary/failures';
import type { Names } from '../../vocabulary/names';
import type { Notice, Subject } from '../../vocabulary/notices';
import type { Environment } from '../environment';
import type { Drops } from '../images/drops';
import type { Pipeline } from '../images/pipeline';
import type { Notices } from '../notices';
import type { Edits } from './history';

export interface ImageCommandParts {
  store: AppStore;
  blobs: ImageBlobsById;
  notices: Notices;
  drops: Pick<Drops, 'begin'>;
  pipeline: Pick<Pipeline, 'wake'>;
  environment: Pick<Environment, 'askToKeep' | 'loadSample'>;
  names: Names;
  edits: Edits;
}

/** What a person does with classes and images. */
export function createImageCommands(parts: ImageCommandParts) {
  const { store, blobs, notices, drops, pipeline, environment, names, edits } = parts;
  const { getState, setState } = store;

  const add = (dropped: DroppedFiles, classId: string | null) => {
    const { classes, images, files, merged } = addFiles(getState(), dropped, classId, names);
    for (const { imageId, file, madeClass } of files) {
      blobs.set(imageId, { ...freshBlobs(file), madeClass });
    }
    const { selectedImageId, extraction } = getState();
    edits.make('add-images', {
      classes,
      images,
      selectedImageId: selectedImageId ?? images[0]?.id ?? null,
      ...(extraction.kind === 'cancelled' && { extraction: { ...extraction, kind: 'running' } }),
    });
    drops.begin(files, notTaken(dropped));
    for (const { className, folders } of merged) {
      notices.say('note', className, { code: 'folders-merged', folders });
    }
    pipeline.wake();
  };

  /** Takes something away, and offers to bring it back. */
  const remove = (
    kind: EditKind,
    subject: Subject,
    what: Notice,
    after: Pick<AppState, 'classes' | 'images' | 'selectedImageId'>,
  ) => {
    const editId = edits.make(kind, after);
    // One offer at a time: a held key would fill the corner with them.
    for (const { id, action } of getState().messages) {
      if (action?.kind === 'undo') notices.dismiss(id);
    }
    notices.say('note', subject, what, { kind: 'undo', editId });
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
      edits.make('add-class', { classes: [...classes, label] });
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
      if (name === label.name) return true;
      edits.make('rename-class', {
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
        'delete-class',
        label.name,
        { code: 'class-deleted', images: doomed.length },
        {
          ...withoutImages(state, idsOf(doomed)),
          classes: state.classes.filter(({ id }) => id !== classId),
        },
      );
    },

    moveImage(imageId: string, classId: string): void {
      const { classes, images } = getState();
      const image = images.find(({ id }) => id === imageId);
      if (!image || image.classId === classId || !classes.some(({ id }) => id === classId)) return;
      edits.make('move-image', {
        images: images.map((one) => (one === image ? { ...one, classId } : one)),
      });
      // The order of the filmstrip is the order of extraction.
      pipeline.wake();
    },

    deleteImage(imageId: string): void {
      const state = getState();
      const image = state.images.find(({ id }) => id === imageId);
      if (!image) return;
      const after = withoutImages(state, new Set([imageId]));
      remove('delete-image', image.name, { code: 'image-deleted' }, after);
    },

    /**
     * `classId` null: a folder's name becomes the class, loose files go to the selected image's class
     * or a new one.
     */
    async addFiles(dropped: DroppedFiles, classId: string | null): Promise<void> {
      if (dropped.files.length === 0) return drops.begin([], notTaken(dropped));
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
        'delete-all',
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

function notTaken({ emptyFolders, others = [] }: DroppedFiles): AccountedFile[] {
  const empty = emptyFolders.map(
    (path): AccountedFile => ({ path, outcome: { kind: 'empty-folder' } }),
  );
  return [...others, ...empty];
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map(({ id }) => id));
}
