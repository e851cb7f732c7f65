import type { ProjectSummary } from '../../storage/restore';
import type { Room } from '../../storage/room';

export type { ProjectSummary };

export interface ProjectsSlice {
  /** The project of this tab; null until there is something of it to keep. */
  projectId: number | null;
  /** Empty where the person has not named it. */
  projectName: string;
  /** Every project that is kept, the one changed last first, as of when they were last looked at. */
  projects: readonly ProjectSummary[];
  /** What all projects' images take, and what the browser says; null until somebody looks. */
  stored: { imageBytes: number; room: Room } | null;
}
