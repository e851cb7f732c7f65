const SYSTEM_NAMES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx', 'icon\r']);

/** Whether a file or folder is there for the system and not for the person. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase());
}

/** The folder that holds a file: "photos/cats/a.jpg" → "cats"; null when the path names none. */
export function parentFolder(path: string): string | null {
  return path.split('/').filter(Boolean).at(-2) ?? null;
}
