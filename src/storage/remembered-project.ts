const KEY = 'probe-playground-project';

/** The project that this tab had before it was reloaded; null where that is not known. */
export function recallProject(): number | null {
  try {
    const remembered = sessionStorage.getItem(KEY);
    return remembered !== null && /^\d+$/.test(remembered) ? Number(remembered) : null;
  } catch {
    // Some browsers throw where storage is refused.
    return null;
  }
}

export function rememberProject(project: number | null): void {
  try {
    if (project === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, `${project}`);
  } catch {
    // Then a reload opens the project that was changed last.
  }
}
