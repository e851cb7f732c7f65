import type { Entry, Group } from './entry';

const files = import.meta.glob<{ entries: readonly Entry[] }>('./entries/*.tsx', { eager: true });

/** What every file of `entries/` shows, under the file's name. */
export const GROUPS: readonly Group[] = Object.entries(files).map(([file, { entries }]) => ({
  name: file.replace(/^.*\/|\.tsx$/g, ''),
  entries,
}));

/** Of an entry, within the page's address. */
export function anchor(group: Group, entry: Entry): string {
  return `${group.name}-${entry.title}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
