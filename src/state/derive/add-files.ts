import { type DroppedFiles, pathOf } from '../../images/drop/dropped-files';
import { classNameFromFolder, uniqueName } from '../../images/names';
import type { Names } from '../../vocabulary/names';
import type { AppState, ClassLabel, ImageItem } from '../slices/types';
import { findByName } from './class-names';
import { landingClass } from './landing-class';
import { newId } from './new-id';

export interface Addition {
  classes: ClassLabel[];
  images: ImageItem[];
  /** What each new image was made from. */
  files: {
    imageId: string;
    file: File;
    path: string;
    /** Its class, where that was made for it and others of these files. */
    madeClass: ClassLabel | null;
  }[];
  /** Classes in which folders came together whose names are not written the same way. */
  merged: { className: string; folders: string[] }[];
}

/**
 * The project with dropped files added, still to be prepared. A folder's name becomes a class, or
 * finds the class of that name; an explicit `classId` overrules folders.
 */
export function addFiles(
  state: Pick<AppState, 'classes' | 'images' | 'selectedImageId'>,
  { files }: Pick<DroppedFiles, 'files'>,
  classId: string | null,
  names: Names,
): Addition {
  const classes = [...state.classes];
  const images = [...state.images];
  const taken = new Set(images.map(({ name }) => name));
  const added: Addition['files'] = [];
  const made = new Map<string, ClassLabel>();
  const spellings = new Map<string, Set<string>>();

  const classOfFolder = (folder: string): string => {
    const name = classNameFromFolder(folder, names.unnamed);
    const id = classNamed(name);
    const there = classes.find((label) => label.id === id);
    const spelled = spellings.get(id) ?? new Set(there && !made.has(id) ? [there.name] : []);
    // What stood there before is known by the name on screen alone.
    spellings.set(id, spelled.add(made.has(id) ? folder : name));
    return id;
  };
  const classNamed = (name: string): string => {
    const found = findByName(classes, name);
    if (found) return found.id;
    const label = { id: newId(), name };
    classes.push(label);
    made.set(label.id, label);
    return label.id;
  };
  const explicit = classes.some(({ id }) => id === classId) ? classId : null;
  const landing = landingClass(state, names);

  for (const dropped of files) {
    const { file, folder } = dropped;
    const name = uniqueName(file.name, taken, names.unnamed);
    taken.add(name);
    const item: ImageItem = {
      id: newId(),
      name,
      classId:
        explicit ??
        (folder === null ? (landing.id ?? classNamed(landing.name)) : classOfFolder(folder)),
      status: { kind: 'preparing' },
      cropUrl: null,
    };
    images.push(item);
    added.push({
      imageId: item.id,
      file,
      path: pathOf(dropped),
      madeClass: made.get(item.classId) ?? null,
    });
  }
  const merged = classes.flatMap(({ id, name }) => {
    const folders = [...(spellings.get(id) ?? [])];
    return folders.length > 1 ? [{ className: name, folders }] : [];
  });
  return { classes, images, files: added, merged };
}
