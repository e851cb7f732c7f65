/**
 * Images at once where all of a head's images are gone through in the background: few, so that a
 * question asked meanwhile waits for little, and enough to keep a device busy.
 */
export const PIECE = 8;
