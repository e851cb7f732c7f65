let asked = false;

/**
 * Asks the browser, once, not to clear this page's storage when the disk runs low. Whatever it
 * answers, everything works on.
 */
export async function askToKeep(): Promise<void> {
  if (asked) return;
  asked = true;
  await globalThis.navigator?.storage?.persist?.().catch(() => false);
}
