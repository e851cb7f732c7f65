import type { AccountedFile } from '../../vocabulary/drops';

export interface DroppedFile {
  file: File;
  /** The folder that holds it; null for a loose file. */
  folder: string | null;
  /** Where it lay, from what was dropped on; without one, its folder and name. */
  path?: string;
}

/** What a drop, a file dialog or a sample set yields. */
export interface DroppedFiles {
  files: DroppedFile[];
  /** By path. */
  emptyFolders: string[];
  /** All else that came, with what became of it. */
  others?: readonly AccountedFile[];
}

export function pathOf({ path, folder, file }: DroppedFile): string {
  return path ?? (folder === null ? file.name : `${folder}/${file.name}`);
}
