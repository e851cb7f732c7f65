import type { AccountedFile } from '../../vocabulary/drops';
import type { DroppedFiles } from './dropped-files';
import { parentFolder, whyPassedOver } from './paths';
import { walkEntries } from './walk-entries';

/**
 * The files of a drop, folders opened, in natural order. Call it inside the drop's own event
 * handler: the browser empties the transfer as soon as the handler returns.
 */
export function collectDrop(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries: FileSystemEntry[] = [];
  const withoutEntry: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) withoutEntry.push(file);
  }
  const loose = collectInput(withoutEntry);
  return walkEntries(entries).then((walked) => ({
    files: [...loose.files, ...walked.files],
    emptyFolders: walked.emptyFolders,
    others: [...loose.others, ...walked.others],
  }));
}

/**
 * The files of a file input, in natural order. One that picks folders gives each file its path;
 * it says nothing about empty folders.
 */
export function collectInput(list: Iterable<File>): Required<DroppedFiles> {
  const natural = new Intl.Collator(undefined, { numeric: true }).compare;
  const files = [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .sort((a, b) => natural(a.path, b.path));
  return {
    files: files
      .filter(({ path }) => passedOver(path) === null)
      .map(({ file, path }) => ({ file, folder: parentFolder(path), path })),
    emptyFolders: [],
    others: files.flatMap(({ path }) => passedOver(path) ?? []),
  };
}

/** A file that lies, by its path, where nothing is taken from. */
function passedOver(path: string): AccountedFile | null {
  const why = path
    .split('/')
    .map(whyPassedOver)
    .find((one) => one !== null);
  return why ? { path, outcome: { kind: 'passed-over', why } } : null;
}
