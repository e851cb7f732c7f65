import type { AccountedFile } from '../../vocabulary/drops';
import { AppError } from '../../vocabulary/failures';
import { entryInTime } from '../entry-in-time';
import type { DroppedFile } from './dropped-files';
import { entryFailure } from './entry-failure';
import { parentFolder, whyPassedOver } from './paths';

/** See `DroppedFiles`. */
export interface WalkedFiles {
  files: DroppedFile[];
  emptyFolders: string[];
  others: AccountedFile[];
}

/** A system that has been silent once is waited for no longer than a moment. */
const PATIENCE = { first: 20_000, later: 2000 };

/**
 * Every file below `entries`, in natural order, each with its nearest folder. A folder without a
 * single file goes to `emptyFolders`; where everything in a folder is empty, only the outermost is
 * named. What the browser refuses to read, or never gives, goes to `others`, as does what is there
 * for the system; the walk goes on, and of a folder whose listing fails half way it keeps what came.
 */
export function walkEntries(entries: readonly FileSystemEntry[]): Promise<WalkedFiles> {
  return new Walk().through(entries);
}

class Walk {
  private patience = PATIENCE.first;
  private readonly natural = new Intl.Collator(undefined, { numeric: true }).compare;

  async through(entries: readonly FileSystemEntry[]): Promise<WalkedFiles> {
    const found: WalkedFiles = { files: [], emptyFolders: [], others: [] };
    for (const entry of entries.toSorted((a, b) => this.natural(a.name, b.name))) {
      const path = pathOfEntry(entry);
      const why = whyPassedOver(entry.name);
      if (why) {
        found.others.push({ path, outcome: { kind: 'passed-over', why } });
        continue;
      }
      try {
        if (isFile(entry)) {
          const file = await this.asked<File>((done, failed) => entry.file(done, failed));
          found.files.push({ file, folder: parentFolder(path), path });
        } else if (isDirectory(entry)) {
          await this.addFolder(found, entry, path);
        }
      } catch (error) {
        addUnreadable(found, path, error);
      }
    }
    return found;
  }

  private async addFolder(
    found: WalkedFiles,
    folder: FileSystemDirectoryEntry,
    path: string,
  ): Promise<void> {
    const { children, error } = await this.childrenOf(folder);
    const inside = await this.through(children);
    if (error !== null) addUnreadable(inside, path, error);
    const somethingIsThere =
      inside.files.length > 0 || inside.others.some(({ outcome }) => outcome.kind === 'unreadable');
    // Not by spreading: a call takes no hundred thousand arguments.
    for (const file of inside.files) found.files.push(file);
    for (const other of inside.others) found.others.push(other);
    found.emptyFolders.push(...(somethingIsThere ? inside.emptyFolders : [path]));
  }

  /** The browser hands out a folder in batches (of 100, in Chromium) and ends with an empty one. */
  private async childrenOf(
    folder: FileSystemDirectoryEntry,
  ): Promise<{ children: FileSystemEntry[]; error: unknown }> {
    const children: FileSystemEntry[] = [];
    try {
      const reader = folder.createReader();
      for (;;) {
        const batch = await this.asked<FileSystemEntry[]>((done, failed) =>
          reader.readEntries(done, failed),
        );
        if (batch.length === 0) return { children, error: null };
        children.push(...batch);
      }
    } catch (error) {
      return { children, error };
    }
  }

  private async asked<T>(
    ask: (done: (answer: T) => void, failed: (error: unknown) => void) => void,
  ): Promise<T> {
    try {
      return await entryInTime(new Promise<T>(ask), this.patience);
    } catch (error) {
      if (error instanceof AppError) this.patience = PATIENCE.later;
      throw error;
    }
  }
}

function addUnreadable(found: WalkedFiles, path: string, error: unknown): void {
  const outcome = { kind: 'unreadable', reason: entryFailure(error, path) } as const;
  found.others.push({ path, outcome });
}

function pathOfEntry({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, '');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
