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
  /**
   * Bytes of all projects' images, and of what was made with them, and what the browser says; null until
   * it is looked at.
   */
  stored: { imageBytes: number; workBytes: number; room: Room } | null;
}
