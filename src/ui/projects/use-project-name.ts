import { useAppState, useWords } from '../hooks/use-app';

/** What this tab's project is called. */
export function useProjectName(): string {
  const { names, projects } = useWords();
  const name = useAppState((state) => state.projectName);
  const id = useAppState((state) => state.projectId);
  if (name !== '') return name;
  return id === null ? projects.unsaved : names.project(id + 1);
}
