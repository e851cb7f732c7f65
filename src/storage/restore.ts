import { parse } from 'valibot';
import {
  migrate,
  PROJECT_VERSION,
  type ProjectSettings,
  type StoredClass,
  type StoredProject,
} from './project';
import { STORED_CLASSES, STORED_IMAGES, STORED_NAME, STORED_TIME, settingsSchema } from './schema';

export interface RestoreContext {
  /** Images whose files are there, though some may not be readable now. */
  fileIds: ReadonlySet<string>;
  probeNames: readonly string[];
  /** Stand in for every setting that is missing or makes no sense. */
  defaults: ProjectSettings;
  /** What the class is called that takes images whose own class is gone. */
  recovered: string;
}

export interface Restored {
  project: StoredProject;
  /** Images that were listed but whose files are gone, by name. */
  missing: string[];
}

/**
 * What storage holds, as a project that is whole: every image has a file and a class, ids and class
 * names are unique, and every setting is one that this program knows. Null when there is none.
 */
export function restore(stored: unknown, context: RestoreContext): Restored | null {
  const found = migrate(stored);
  if (!found) return null;
  const { fileIds, defaults, probeNames, recovered } = context;
  const classes = distinct(parse(STORED_CLASSES, found.classes));
  const listed = distinct(parse(STORED_IMAGES, found.images));
  const images = listed
    .filter(({ id }) => fileIds.has(id))
    .map((image) => ({ ...image, classId: knownClass(image.classId, classes, recovered) }));
  const settings = parse(settingsSchema(defaults, probeNames), found.settings);
  const selected = images.find(({ id }) => id === settings.selectedImageId) ?? images[0];
  return {
    project: {
      version: PROJECT_VERSION,
      name: parse(STORED_NAME, found.name),
      changedAt: parse(STORED_TIME, found.changedAt),
      classes,
      images,
      settings: { ...settings, selectedImageId: selected?.id ?? null },
    },
    missing: listed.filter(({ id }) => !fileIds.has(id)).map(({ name }) => name),
  };
}

/** What a list of projects says about one. */
export interface ProjectSummary {
  id: number;
  /** Empty where the person has not named it. */
  name: string;
  classes: number;
  images: number;
  /** Milliseconds since 1970. */
  changedAt: number;
  /** The image that stands for it. */
  pictureId: string | null;
}

/** When a project was deleted, in milliseconds since 1970; null for one that was not. */
export function deletionOf(stored: unknown): number | null {
  const at = parse(STORED_TIME, migrate(stored)?.deletedAt);
  return at > 0 ? at : null;
}

/** What is stored, for a list of projects; null for what is no project, or a later version's. */
export function summarise(id: number, stored: unknown): ProjectSummary | null {
  const found = migrate(stored);
  if (!found || parse(STORED_TIME, found.deletedAt) > 0) return null;
  const images = parse(STORED_IMAGES, found.images);
  return {
    id,
    name: parse(STORED_NAME, found.name),
    classes: parse(STORED_CLASSES, found.classes).length,
    images: images.length,
    changedAt: parse(STORED_TIME, found.changedAt),
    pictureId: images[0]?.id ?? null,
  };
}

/** The class of that id; for one that is gone, the class named `recovered`, which is added if need be. */
function knownClass(classId: string, classes: StoredClass[], recovered: string): string {
  if (classes.some(({ id }) => id === classId)) return classId;
  const found = classes.find(({ name }) => name === recovered);
  if (found) return found.id;
  classes.push({ id: classId, name: recovered });
  return classId;
}

/** What comes twice by its id is left out, and names are told apart. */
function distinct<T extends { id: string; name: string }>(entries: readonly T[]): T[] {
  const found = new Map<string, T>();
  const names = new Set<string>();
  for (const entry of entries) {
    if (found.has(entry.id)) continue;
    const name = freeName(entry.name, names);
    names.add(name);
    found.set(entry.id, { ...entry, name });
  }
  return [...found.values()];
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
