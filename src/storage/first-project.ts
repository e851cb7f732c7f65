import type { ProjectSummary } from './restore';

/** What this tab had open before it was reloaded, and what tabs hold. */
export interface FirstProjectParts {
  projects: readonly ProjectSummary[];
  remembered: number | null;
  hold(project: number, wasMine: boolean): Promise<boolean>;
}

/**
 * The project that a page begins with: the one that it had before a reload, else the one that was
 * changed last. Null for a new one; `elsewhere` is the one that another tab has open instead.
 */
export async function firstProject({
  projects,
  remembered,
  hold,
}: FirstProjectParts): Promise<{ id: number | null; elsewhere: ProjectSummary | null }> {
  const last = projects.toSorted((a, b) => b.changedAt - a.changedAt || a.id - b.id)[0] ?? null;
  const mine = projects.find(({ id }) => id === remembered);
  if (mine && (await hold(mine.id, true))) return { id: mine.id, elsewhere: null };
  if (last && last !== mine && (await hold(last.id, false))) {
    return { id: last.id, elsewhere: null };
  }
  return { id: null, elsewhere: mine ?? last };
}
