/**
 * A function that asks the browser, the first time it is called, not to clear this page's storage
 * when the disk runs low. Whatever the browser answers, everything works on. Never throws; not to be
 * waited for, since some browsers ask the person.
 */
export function createAskToKeep(): () => Promise<void> {
  let asked = false;
  return async () => {
    if (asked) return;
    asked = true;
    try {
      await globalThis.navigator?.storage?.persist?.();
    } catch {
      // Where site data is blocked the question itself may be refused.
    }
  };
}
