import { uniqueName } from '../../images/names';
import type { AppState, Content, Edit, EditKind, ImageItem } from '../slices/types';
import { findByName } from './class-names';

/** Edits that can be undone; beyond these the oldest are forgotten, and what they deleted goes. */
const MOST_EDITS = 200;

/** Edits of one setting within this time are one: a slider is dragged through many values. */
const ONE_STROKE_MS = 1000;

type Project = Pick<
  AppState,
  | 'classes'
  | 'images'
  | 'trash'
  | 'selectedImageId'
  | 'probe'
  | 'recipe'
  | 'seed'
  | 'heldOutShare'
  | 'past'
  | 'future'
>;

export function contentOf(state: Project): Content {
  const { classes, images, selectedImageId, probe, recipe, seed, heldOutShare } = state;
  const placed = images.map(({ id, name, classId }) => ({ id, name, classId }));
  return { classes, images: placed, selectedImageId, probe, recipe, seed, heldOutShare };
}

/** When the latest edit of a setting was made. */
export interface Stroke {
  kind: EditKind;
  at: number;
}

/**
 * The project after an edit, which can be undone from now on.
 * @param last the stroke before; the same setting again within a moment adds no step of its own.
 */
export function edited(
  state: Project,
  edit: { id: number; kind: EditKind },
  change: Partial<Project>,
  last: Stroke | null,
  now: number,
): Project {
  const after = { ...state, ...change };
  const goesOn =
    edit.kind.startsWith('set-') &&
    last?.kind === edit.kind &&
    now - last.at < ONE_STROKE_MS &&
    state.past.at(-1)?.kind === edit.kind;
  const past = goesOn
    ? state.past
    : [...state.past, { ...edit, before: contentOf(state) }].slice(-MOST_EDITS);
  return settled({ ...after, past, future: [] }, state);
}

/** The project before its latest edit; null when there is none. */
export function undone(state: Project): Project | null {
  const edit = state.past.at(-1);
  if (!edit) return null;
  const future = [...state.future, { ...edit, before: contentOf(state) }];
  return settled(
    { ...withContent(state, edit.before), past: state.past.slice(0, -1), future },
    state,
  );
}

/** The project as it was before the latest undoing; null when there was none. */
export function redone(state: Project): Project | null {
  const edit = state.future.at(-1);
  if (!edit) return null;
  const past = [...state.past, { ...edit, before: contentOf(state) }];
  return settled(
    { ...withContent(state, edit.before), future: state.future.slice(0, -1), past },
    state,
  );
}

/**
 * What an edit took away is there again, whatever has come since: images in the class of then, which is
 * made again where there is none of its name.
 * @param isTwin whether an image of the same bytes is in the project.
 */
export function broughtBack(
  state: Project,
  { before }: Edit,
  isTwin: (imageId: string) => boolean,
  unnamed: string,
): Partial<Project> {
  const classes = [...before.classes.filter(({ id }) => !has(state.classes, id))];
  const sameAs = new Map<string, string>();
  for (const label of classes) {
    const same = findByName(state.classes, label.name);
    if (same) sameAs.set(label.id, same.id);
  }
  const made = classes.filter(({ id }) => !sameAs.has(id));
  const there = new Set(state.images.map(({ id }) => id));
  const names = new Set(state.images.map(({ name }) => name));
  const trash = new Map(state.trash.map((image) => [image.id, image]));
  const back: ImageItem[] = [];
  for (const { id, name, classId } of before.images) {
    const image = trash.get(id);
    if (!image || there.has(id) || isTwin(id)) continue;
    const free = uniqueName(name, names, unnamed);
    names.add(free);
    back.push({ ...rested(image), name: free, classId: sameAs.get(classId) ?? classId });
  }
  // Where both were, they stand as before.
  const place = new Map(before.images.map(({ id }, at) => [id, at]));
  const images = inOrderOf([...state.images, ...back], (image) => place.get(image.id));
  const classPlace = new Map(before.classes.map(({ id }, at) => [id, at]));
  return {
    classes: inOrderOf([...state.classes, ...made], (label) => classPlace.get(label.id)),
    images,
    selectedImageId:
      back.find(({ id }) => id === before.selectedImageId)?.id ?? state.selectedImageId,
  };
}

function withContent(state: Project, content: Content): Project {
  const { classes, images, selectedImageId, ...settings } = content;
  const now = new Map(state.images.map((image) => [image.id, image]));
  const trash = new Map(state.trash.map((image) => [image.id, image]));
  const back = images.flatMap(({ id, name, classId }) => {
    const image = now.get(id) ?? trash.get(id);
    if (!image) return [];
    const same = image.name === name && image.classId === classId;
    return [same && now.has(id) ? image : { ...rested(image), name, classId }];
  });
  const known = new Set(back.map(({ id }) => id));
  const selected = [selectedImageId, state.selectedImageId].find((id) => id && known.has(id));
  return {
    ...state,
    ...settings,
    classes: [...classes],
    images: back,
    selectedImageId: selected ?? back[0]?.id ?? null,
  };
}

/** What is out of the project, but in some step of the history, waits in the trash. */
function settled(after: Project, before: Project): Project {
  const here = new Set(after.images.map(({ id }) => id));
  const gone = new Map(
    [...before.trash, ...before.images]
      .filter(({ id }) => !here.has(id))
      .map((image) => [image.id, image]),
  );
  const trash = new Map<string, ImageItem>();
  // Through two hundred steps only where there is something to look for.
  for (const { before: then } of gone.size > 0 ? [...after.past, ...after.future] : []) {
    for (const { id } of then.images) {
      const image = gone.get(id);
      if (image) trash.set(id, image);
    }
  }
  return { ...after, trash: [...trash.values()] };
}

/** An image out of the trash: whatever was under way for it has been given up meanwhile. */
function rested(image: ImageItem): ImageItem {
  return image.status.kind === 'extracting' ? { ...image, status: { kind: 'waiting' } } : image;
}

/** Those with a place in the order of their places, before the others, which keep theirs. */
function inOrderOf<T>(items: readonly T[], placeOf: (item: T) => number | undefined): T[] {
  const last = items.length;
  return items.toSorted((a, b) => (placeOf(a) ?? last) - (placeOf(b) ?? last));
}

function has(list: readonly { id: string }[], id: string): boolean {
  return list.some((one) => one.id === id);
}
