/** What is wrong with one value of a backbone that was stored, or came from elsewhere. */
export type RecordFlaw =
  | { kind: 'no-record' | 'no-list' | 'no-text' | 'no-flag' | 'no-address' }
  /** No whole number from `least` on. */
  | { kind: 'no-count'; least: number }
  | { kind: 'none-of'; choices: readonly string[] }
  | { kind: 'not-three-numbers' }
  /** One of the deviations is not above 0. */
  | { kind: 'no-deviation' }
  /** No "owner/name". */
  | { kind: 'no-repo' }
  /** There is no precision in which it comes. */
  | { kind: 'no-files' }
  /** No SHA-256 in hexadecimal. */
  | { kind: 'no-hash' }
  /** A crop of `crop` pixels holds `patches` patches of `patch`, not `side`. */
  | { kind: 'grid-misfits'; crop: number; patch: number; patches: number; side: number }
  /** `is` tokens before the patches, where [CLS], if any, and the registers make another number. */
  | { kind: 'prefix-misfits'; is: number; hasCls: boolean; registers: number }
  | { kind: 'crop-exceeds'; crop: number; resize: number }
  /** A path that no source of this kind may have. */
  | { kind: 'path-is-no-address' | 'path-leaves-page' | 'path-without-hash'; path: string };
