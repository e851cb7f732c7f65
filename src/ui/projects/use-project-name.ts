import { useAppState, useWords } from '../hooks/use-app';

/** What this tab's project is called. */
export function useProjectName(): string {
  const { names, projects } = useWords();
  const name = useAppState((state) => state.projectName);
  const id = useAppState((state) => state.projectId);
  return id === null ? name || projects.unsaved : names.project(name, id + 1);
}
