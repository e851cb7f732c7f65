import { PRECISIONS } from '../backbones/backbone';
import type { ProbeOptions } from '../probes/choice';
import type { OptimiserName, Recipe, RecipeName } from '../training/model/recipe';
import {
  isRecord,
  migrate,
  PROJECT_VERSION,
  type ProjectSettings,
  type StoredClass,
  type StoredImage,
  type StoredProject,
} from './project';

export interface RestoreContext {
  /** Images whose files are there. */
  fileIds: ReadonlySet<string>;
  probeNames: readonly string[];
  /** Stand in for every setting that is missing or makes no sense. */
  defaults: ProjectSettings;
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
  const classes = readClasses(found.classes);
  const listed = readImages(found.images);
  const images = listed
    .filter(({ id }) => context.fileIds.has(id))
    .map((image) => ({ ...image, classId: knownClass(image.classId, classes) }));
  return {
    project: {
      version: PROJECT_VERSION,
      classes,
      images,
      settings: readSettings(found.settings, images, context),
    },
    missing: listed.filter(({ id }) => !context.fileIds.has(id)).map(({ name }) => name),
  };
}

/** For images whose class is gone. */
const RECOVERED = 'Recovered';

function knownClass(classId: string, classes: StoredClass[]): string {
  if (classes.some(({ id }) => id === classId)) return classId;
  const recovered = classes.find(({ name }) => name === RECOVERED);
  if (recovered) return recovered.id;
  classes.push({ id: classId, name: RECOVERED });
  return classId;
}

function readClasses(value: unknown): StoredClass[] {
  const classes = new Map<string, StoredClass>();
  const names = new Set<string>();
  for (const entry of list(value)) {
    const { id, name } = entry;
    if (!isText(id) || !isText(name) || classes.has(id)) continue;
    const free = freeName(name, names);
    names.add(free);
    classes.set(id, { id, name: free });
  }
  return [...classes.values()];
}

function readImages(value: unknown): StoredImage[] {
  const images = new Map<string, StoredImage>();
  const names = new Set<string>();
  for (const entry of list(value)) {
    const { id, name, classId, contentHash } = entry;
    if (!isText(id) || !isText(name) || images.has(id)) continue;
    const free = freeName(name, names);
    names.add(free);
    images.set(id, {
      id,
      name: free,
      classId: isText(classId) ? classId : 'lost',
      contentHash: isText(contentHash) ? contentHash : null,
    });
  }
  return [...images.values()];
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}

function readSettings(
  value: unknown,
  images: readonly StoredImage[],
  { defaults, probeNames }: RestoreContext,
): ProjectSettings {
  const found = isRecord(value) ? value : {};
  const { selectedImageId, devicePreference, backboneId } = found;
  const selected = images.find(({ id }) => id === selectedImageId) ?? images[0];
  return {
    probe: readProbe(found.probe, probeNames, defaults.probe),
    recipe: readRecipe(found.recipe, defaults.recipe),
    seed: isCount(found.seed) ? found.seed : defaults.seed,
    heldOutShare: isShare(found.heldOutShare) ? found.heldOutShare : defaults.heldOutShare,
    backboneId: isText(backboneId) ? backboneId : defaults.backboneId,
    precision: PRECISIONS.find((one) => one === found.precision) ?? defaults.precision,
    devicePreference:
      devicePreference === 'auto' || devicePreference === 'webgpu' || devicePreference === 'wasm'
        ? devicePreference
        : defaults.devicePreference,
    selectedImageId: selected?.id ?? null,
  };
}

function readProbe(
  value: unknown,
  names: readonly string[],
  fallback: ProjectSettings['probe'],
): ProjectSettings['probe'] {
  if (!isRecord(value) || !isText(value.name) || !names.includes(value.name)) return fallback;
  const { options } = value;
  if (!isRecord(options) || !hasNumbersOnly(options)) return fallback;
  return { name: value.name, options };
}

const RECIPE_NAMES: readonly RecipeName[] = ['small-data', 'paper'];
const OPTIMISERS: readonly OptimiserName[] = ['adamw', 'sgd', 'lars'];

/** All or nothing: half a recipe is a recipe that nobody chose. */
function readRecipe(value: unknown, fallback: Recipe): Recipe {
  if (!isRecord(value)) return fallback;
  const whole = Object.entries(fallback).every(([key, known]) => {
    if (typeof known === 'boolean' || typeof known === 'string')
      return typeof value[key] === typeof known;
    return isAmount(value[key]) || (key === 'baseBatch' && value[key] === null);
  });
  const named =
    RECIPE_NAMES.some((name) => name === value.name) &&
    OPTIMISERS.some((name) => name === value.optimiser);
  const runs =
    isCount(value.epochs) && value.epochs > 0 && isCount(value.batchSize) && value.batchSize > 0;
  return whole && named && runs ? (value as unknown as Recipe) : fallback;
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value);
}

function isShare(value: unknown): value is number {
  return isAmount(value) && value < 1;
}

function hasNumbersOnly(
  options: Record<string, unknown>,
): options is Record<string, number> & ProbeOptions {
  return Object.values(options).every((option) => Number.isFinite(option));
}
