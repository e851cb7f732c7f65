import type { Page } from '@playwright/test';

declare global {
  interface Window {
    heard?: Set<string>;
  }
}

/**
 * Listens to what the page says from its next load on, since notes leave by themselves.
 * @returns asks for every message so far, each with its subject first.
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard = new Set<string>();
    window.heard = heard;
    new MutationObserver(() => {
      for (const subject of document.querySelectorAll('[role=log] bdi')) {
        heard.add(subject.parentElement?.textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => [...(window.heard ?? [])]);
}
