import type { AccountedFile } from '../../vocabulary/drops';

/** What a person gave at once, file by file. */
export interface DropRecord {
  id: number;
  /** When, in milliseconds since 1970. */
  at: number;
  /** In the order in which they came: files first, then what was no file to be taken. */
  files: readonly AccountedFile[];
}

export interface DropsSlice {
  /** The last few of this visit, the latest first. */
  drops: readonly DropRecord[];
}
