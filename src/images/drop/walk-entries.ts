import type { DroppedFiles } from './dropped-files';
import { isHiddenName, parentFolder } from './paths';

export type WalkedFiles = Required<DroppedFiles>;

/**
 * Every file below `entries`, in natural order, each with its nearest folder. A folder without a
 * single file goes to `emptyFolders`; where everything in a folder is empty, only the outermost is
 * named. What the browser refuses to read goes to `unreadable`, and the walk goes on.
 */
export async function walkEntries(entries: readonly FileSystemEntry[]): Promise<WalkedFiles> {
  const natural = new Intl.Collator(undefined, { numeric: true }).compare;
  const visible = entries
    .filter((entry) => !isHiddenName(entry.name))
    .sort((a, b) => natural(a.name, b.name));
  const found: WalkedFiles = { files: [], emptyFolders: [], unreadable: [] };
  for (const entry of visible) {
    try {
      if (isFile(entry)) {
        found.files.push({ file: await fileOf(entry), folder: parentFolder(entry.fullPath) });
      } else if (isDirectory(entry)) {
        addFolder(found, entry.name, await walkEntries(await childrenOf(entry)));
      }
    } catch {
      found.unreadable.push(entry.fullPath.replace(/^\//, ''));
    }
  }
  return found;
}

function addFolder(found: WalkedFiles, name: string, inside: WalkedFiles): void {
  const nothing = inside.files.length === 0 && inside.unreadable.length === 0;
  found.files.push(...inside.files);
  found.emptyFolders.push(...(nothing ? [name] : inside.emptyFolders));
  found.unreadable.push(...inside.unreadable);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  // The browser hands out a folder in batches (of 100, in Chromium) and ends with an empty one.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}
