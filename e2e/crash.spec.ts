import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { untilMapsShow } from './maps';
import {
  addPhotosOnly,
  allImages,
  classNamed,
  goToPage,
  images,
  messages,
  openPage,
  train,
  untilExtracted,
  untilTrained,
} from './person';
import { PAGE_PORT } from './ports';

/** The browser as a person has it: what it keeps stays in a folder. */
async function start(profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    ...(args && { args }),
    baseURL: `http://localhost:${PAGE_PORT}/`,
    viewport: { width: 1440, height: 900 },
  });
  return { context, page: await context.newPage() };
}

/** Ends every process of that browser at once, without a word. */
function kill(profile: string): void {
  execFileSync('pkill', ['-9', '-f', profile]);
}

test('the browser is killed: while files are dropped, while tokens are made, while it trains', async () => {
  test.skip(process.platform === 'win32', 'processes are ended otherwise there');
  const profile = mkdtempSync(path.join(tmpdir(), 'probe-playground-crash-'));
  try {
    let { page } = await start(profile);
    await openPage(page, { backbone: 'slow' });
    await addPhotosOnly(page, ['cat', 'dog'], 8);
    await expect(images(classNamed(page, 'dogs'))).toHaveCount(8);
    // A second is what may be lost, and some photos take less.
    await page.waitForTimeout(1000);
    kill(profile);

    ({ page } = await start(profile));
    await goToPage(page);
    await expect(images(page)).toHaveCount(16);
    await untilExtracted(page, 16);
    await train(page);
    const accuracy = await untilTrained(page);
    await page.waitForTimeout(1000);
    await page.getByRole('slider', { name: 'Queries' }).focus();
    await page.keyboard.press('End');
    await train(page);
    await expect(page.getByText(/^Epoch [1-9]\d* of \d+$/)).toBeVisible();
    await page.waitForTimeout(500);
    kill(profile);

    const last = await start(profile);
    await goToPage(last.page);
    await expect(images(last.page)).toHaveCount(16);
    // The head of before is there; the run that ended with the browser is spoken of.
    await expect(messages(last.page)).toContainText(/A run was (about|under way)/);
    expect(await untilTrained(last.page)).toBe(accuracy);
    const [first = ''] = await allImages(last.page);
    await untilMapsShow(last.page, first, 8);
    await last.context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
