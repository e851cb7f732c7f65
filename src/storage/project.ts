import type { Precision } from '../backbones/backbone';
import { DEFAULT_BACKBONE } from '../backbones/catalogue/catalogue';
import type { ProbeChoice } from '../probes/choice';
import type { DevicePreference } from '../runtime/device';
import { RECIPES, type Recipe } from '../training/model/recipe';

/** The version that this program writes. Raise it with every change of shape, and add a step to `migrate`. */
export const PROJECT_VERSION = 4;

/** A project as it lies in the browser's storage; the images' files lie beside it, by image id. */
export interface StoredProject {
  version: typeof PROJECT_VERSION;
  /** What the person calls it; empty until they do. */
  name: string;
  /** Milliseconds since 1970 of the last change. */
  changedAt: number;
  classes: StoredClass[];
  /** In the order they came. */
  images: StoredImage[];
  settings: ProjectSettings;
}

export interface StoredClass {
  id: string;
  name: string;
}

export interface StoredImage {
  id: string;
  name: string;
  classId: string;
  /** Of its file; null where the program that stored it did not know it. */
  contentHash: string | null;
}

export interface ProjectSettings {
  probe: ProbeChoice;
  recipe: Recipe;
  seed: number;
  heldOutShare: number;
  /** May be unknown by now, see `restoredBackbone`. */
  backboneId: string;
  precision: Precision;
  devicePreference: DevicePreference;
  selectedImageId: string | null;
}

/** The small-data recipe of up to version 3, as it was written then; later ones named the start too. */
const RECIPE_UNTIL_3: Record<string, unknown> = {
  name: 'small-data',
  standardise: true,
  optimiser: 'adamw',
  learningRate: 1e-3,
  queryStart: 'random',
  queryLearningRate: 0.1,
  baseBatch: null,
  weightDecay: 0.05,
  momentum: 0.9,
  epochs: 100,
  warmupEpochs: 0,
  batchSize: 256,
};

/** From version n to n + 1, at index n − 1. */
const STEPS: readonly ((project: Record<string, unknown>) => Record<string, unknown>)[] = [
  // There was one backbone, and nobody asked which. Contents of images become known as they are read.
  (project) => ({
    ...project,
    version: 2,
    settings: {
      ...(isRecord(project.settings) ? project.settings : {}),
      backboneId: DEFAULT_BACKBONE,
      precision: 'fp32',
    },
  }),
  // There was one project a tab, without a name.
  (project) => ({ ...project, version: 3, name: '', changedAt: 0 }),
  // Queries started at random, and nobody asked where. What is exactly the recipe that every project
  // began with, nobody chose: it becomes the one that projects begin with today.
  (project) => {
    const { settings } = project;
    const kept = isRecord(settings) && isRecipeUntil3(settings.recipe);
    return {
      ...project,
      version: 4,
      ...(kept ? { settings: { ...settings, recipe: RECIPES['small-data'] } } : {}),
    };
  },
];

function isRecipeUntil3(recipe: unknown): boolean {
  if (!isRecord(recipe)) return false;
  const named: Record<string, unknown> = { queryStart: 'random', ...recipe };
  return Object.entries(RECIPE_UNTIL_3).every(([key, value]) => named[key] === value);
}

/**
 * Brings what an earlier version of this program wrote to the present shape. What is no project, or
 * comes from a later version, gives null.
 */
export function migrate(
  stored: unknown,
  steps: typeof STEPS = STEPS,
): Record<string, unknown> | null {
  if (!isRecord(stored)) return null;
  const { version } = stored;
  if (typeof version !== 'number' || !Number.isInteger(version)) return null;
  if (version < 1 || version > steps.length + 1) return null;
  return steps.slice(version - 1).reduce((project, step) => step(project), stored);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
