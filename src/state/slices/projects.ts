import type { ProjectsSlice } from './projects-types';

export const initialProjects: ProjectsSlice = {
  projectId: null,
  projectName: '',
  projects: [],
  stored: null,
};
