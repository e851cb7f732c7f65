/**
 * A function that asks the browser, the first time it is called, not to clear this page's storage
 * when the disk runs low. Whatever the browser answers, everything works on.
 */
export function createAskToKeep(): () => Promise<void> {
  let asked = false;
  return async () => {
    if (asked) return;
    asked = true;
    await globalThis.navigator?.storage?.persist?.().catch(() => false);
  };
}
