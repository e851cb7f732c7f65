import { parse } from 'valibot';
import {
  migrate,
  PROJECT_VERSION,
  type ProjectSettings,
  type StoredClass,
  type StoredProject,
} from './project';
import { STORED_CLASSES, STORED_IMAGES, settingsSchema } from './schema';

export interface RestoreContext {
  /** Images whose files are there. */
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
      classes,
      images,
      settings: { ...settings, selectedImageId: selected?.id ?? null },
    },
    missing: listed.filter(({ id }) => !fileIds.has(id)).map(({ name }) => name),
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
