import type { Failure } from './failures';

/** Why a file or folder was left where it is, with nothing wrong about it. */
export type PassedOverWhy =
  /** The system keeps it for itself, as `Thumbs.db`. */
  | 'system'
  /** Its name begins with a dot. */
  | 'hidden'
  /** It lies beside a model, and is neither a part of it nor a picture. */
  | 'beside-model';

/** What became of one file or folder that a person gave. */
export type FileOutcome =
  /** It is still to be looked at. */
  | { kind: 'coming' }
  /** `name`: of the image, which may differ from the file's. */
  | { kind: 'added'; className: string; name: string }
  /** The same bytes were there already, under this name. */
  | { kind: 'twin'; className: string; name: string }
  | { kind: 'refused'; reason: Failure }
  /** A folder of which something could be read is named, too: the rest of it is missing. */
  | { kind: 'unreadable'; reason: Failure }
  | { kind: 'empty-folder' }
  | { kind: 'passed-over'; why: PassedOverWhy }
  /** It went to the dialog for models. */
  | { kind: 'model' }
  /** Its image was deleted before the file had been looked at. */
  | { kind: 'removed' };

export interface AccountedFile {
  /** From what was dropped on: "photos/cats/a.jpg". */
  path: string;
  outcome: FileOutcome;
}

export type OutcomeKind = FileOutcome['kind'];

/** How many files and folders came to what. */
export type DropTally = Readonly<Record<OutcomeKind | 'total', number>>;
