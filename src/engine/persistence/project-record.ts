import type { ImageBlobsById } from '../../state/image-blobs';
import type { AppState } from '../../state/slices/types';
import { PROJECT_VERSION, type ProjectSettings, type StoredProject } from '../../storage/project';

/** The project in the store, as it is kept; its images' files are kept beside it. */
export function projectRecord(
  state: AppState,
  blobs: ImageBlobsById,
  changedAt: number,
): StoredProject {
  return {
    version: PROJECT_VERSION,
    name: state.projectName,
    changedAt,
    classes: state.classes.map(({ id, name }) => ({ id, name })),
    images: state.images.map(({ id, name, classId }) => {
      return { id, name, classId, contentHash: blobs.get(id)?.contentHash ?? null };
    }),
    settings: settingsOf(state),
  };
}

export function settingsOf(state: AppState): ProjectSettings {
  const { probe, recipe, seed, heldOutShare, devicePreference, selectedImageId } = state;
  const { backboneId, precision } = state;
  return {
    probe,
    recipe,
    seed,
    heldOutShare,
    backboneId,
    precision,
    devicePreference,
    selectedImageId,
  };
}

const SAVED = [
  'projectName',
  'classes',
  'images',
  'probe',
  'recipe',
  'seed',
  'heldOutShare',
  'backboneId',
  'precision',
  'devicePreference',
  'selectedImageId',
] as const satisfies readonly (keyof AppState)[];

/** Whether a person has changed the project, and not just looked at it. */
export function isEdited(state: AppState, before: AppState): boolean {
  return state.past !== before.past || state.projectName !== before.projectName;
}

/** Whether something has changed that is kept. */
export function differs(state: AppState, before: AppState): boolean {
  return SAVED.some((key) => state[key] !== before[key]);
}
