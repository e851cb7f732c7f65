import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Lets `processMemory` collect garbage in workers, too: one that has little to do seldom does. */
export const EXPOSE_GC = '--js-flags=--expose-gc';

/**
 * MB that the page's process takes once garbage is collected: of the page, its workers and the
 * memory that WebAssembly threads share. Null where the system has no /proc. The browser's own
 * measure of a page waits for every worker to answer, which a thread of WebAssembly that sleeps
 * doesn't do, and leaves their memory out.
 */
export async function processMemory(page: Page): Promise<number | null> {
  await collectGarbage(page);
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(({ id }) => proportionalSize(id)));
  const known = sizes.filter((size) => size !== null);
  // Besides the page's there may be one in reserve, which is small.
  return known.length > 0 ? Math.max(...known) : null;
}

async function collectGarbage(page: Page): Promise<void> {
  // The threads of WebAssembly, which have scripts made by the page, sleep and would not answer.
  const workers = page.workers().filter((worker) => worker.url().startsWith('http'));
  await page.evaluate('gc()');
  await Promise.all(workers.map((worker) => worker.evaluate('gc()')));
}

async function proportionalSize(process: number): Promise<number | null> {
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1000;
}
