import type { Locator, Page } from '@playwright/test';

/** A drag as the browser itself reports it, with files and folders of this machine. */
export interface Drag {
  /** Lets go. */
  drop(): Promise<void>;
}

/** Drags files and folders, by path, from another window over the middle of `target`. */
export async function drag(page: Page, target: Locator, paths: string[]): Promise<Drag> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const session = await page.context().newCDPSession(page);
  const report = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
  await report('dragEnter');
  await report('dragOver');
  return {
    async drop() {
      await report('drop');
      await session.detach();
    },
  };
}
