import { expect, type Page } from '@playwright/test';

/** Waits until the browser's storage holds so many files of images. */
export async function untilKept(page: Page, files: number): Promise<void> {
  await expect.poll(() => keptFiles(page), { timeout: 60_000 }).toBe(files);
}

/** How many files of images the browser's storage holds. */
export function keptFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = (request: IDBRequest) =>
      new Promise((resolve) => {
        request.onsuccess = resolve;
      });
    // To open one that is not there would make it.
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'probe-playground')) return 0;
    const open = indexedDB.open('probe-playground');
    await done(open);
    const count = open.result.transaction('files').objectStore('files').count();
    await done(count);
    open.result.close();
    return count.result;
  });
}
