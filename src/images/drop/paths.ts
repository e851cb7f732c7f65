import type { PassedOverWhy } from '../../vocabulary/drops';

const SYSTEM_NAMES = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '__macosx',
  'icon\r',
  '.ds_store',
]);

/** Why a file or folder of this name is there for the system and not for the person; else null. */
export function whyPassedOver(name: string): PassedOverWhy | null {
  if (SYSTEM_NAMES.has(name.toLowerCase()) || name.startsWith('._')) return 'system';
  return name.startsWith('.') ? 'hidden' : null;
}

/** The folder that holds a file: "photos/cats/a.jpg" → "cats"; null when the path names none. */
export function parentFolder(path: string): string | null {
  return path.split('/').filter(Boolean).at(-2) ?? null;
}
