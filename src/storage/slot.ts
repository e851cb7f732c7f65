/** As much of `navigator.locks` and `sessionStorage` as choosing a slot needs. */
export interface SlotParts {
  /** Resolves true when this tab now holds the slot for as long as it lives. */
  tryToHold(slot: number, patienceMs: number): Promise<boolean>;
  remembered: number | null;
  remember(slot: number): void;
}

/** A tab that is being reloaded lets go of its slot a moment after the new page asks. */
const RELOAD_PATIENCE_MS = 500;

/**
 * The project slot of this tab: the one it had before a reload, else the first that no other tab
 * holds. A duplicated tab remembers its original's slot, so holding it decides.
 */
export async function chooseSlot({ tryToHold, remembered, remember }: SlotParts): Promise<number> {
  if (remembered !== null && (await tryToHold(remembered, RELOAD_PATIENCE_MS))) return remembered;
  for (let slot = 0; ; slot++) {
    if (slot !== remembered && (await tryToHold(slot, 0))) {
      remember(slot);
      return slot;
    }
  }
}
