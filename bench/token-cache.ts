import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchArguments, requireChromium } from '../tools/chromium';
import type { Benchmark } from './benchmarks';
import { measurement } from './measurements';

const IMAGES = 200;
const ROUNDS = 7;

/** How soon the tokens of many images are there again after a reload. */
export const TOKEN_CACHE: Benchmark = {
  names: [`tokens-from-cache/${IMAGES}`],
  async run({ lab }) {
    const profile = await mkdtemp(path.join(tmpdir(), 'probe-playground-profile-'));
    // A profile on the disk: what the usual contexts of a test store, they hold in memory.
    let context: BrowserContext | null = null;
    const times: number[] = [];
    try {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: requireChromium(),
        args: launchArguments(),
      });
      const page = await context.newPage();
      await openLab(page, lab.url);
      await page.evaluate((images) => window.lab.keepTokens(images), IMAGES);
      for (let round = 0; round < ROUNDS; round++) {
        await openLab(page, lab.url);
        times.push(await page.evaluate((images) => window.lab.recallTokens(images), IMAGES));
      }
    } finally {
      await context?.close();
      await rm(profile, { recursive: true, force: true });
    }
    const note = `${IMAGES} images of 196 × 384, each time after a reload`;
    return [measurement(`tokens-from-cache/${IMAGES}`, times, note)];
  },
};

async function openLab(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => window.lab !== undefined);
}
