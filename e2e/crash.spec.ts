import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { beginComparison, comparison } from './comparison';
import { keptFiles, untilKept } from './kept-files';
import { untilMapsShow } from './maps';
import {
  addClass,
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
    // The driver's own wish; people's browsers keep the page that they leave.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    baseURL: `http://localhost:${PAGE_PORT}/`,
    viewport: { width: 1440, height: 900 },
  });
  return { context, page: await context.newPage() };
}

/** A profile of its own, which goes afterwards. */
async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  test.skip(process.platform === 'win32', 'processes are ended otherwise there');
  const profile = mkdtempSync(path.join(tmpdir(), 'probe-playground-crash-'));
  try {
    await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Ends every process of that browser at once, without a word. */
function kill(profile: string): void {
  execFileSync('pkill', ['-9', '-f', profile]);
}

test('the browser is killed: while files are dropped, while tokens are made, while it trains', () =>
  withProfile(async (profile) => {
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
  }));

test('the browser is killed: in the middle of saving, and while it compares', () =>
  withProfile(async (profile) => {
    let { page } = await start(profile);
    await openPage(page);
    await addPhotosOnly(page, ['cat', 'dog'], 40);
    // In the middle: some are on disk, some are not.
    await expect.poll(() => keptFiles(page), { intervals: [20] }).toBeGreaterThan(0);
    kill(profile);

    ({ page } = await start(profile));
    await goToPage(page);
    await expect(images(classNamed(page, 'cats'))).not.toHaveCount(0);
    const there = await images(page).count();
    await untilExtracted(page, there);
    // What is in the list has its picture; what had not been kept is not there half.
    await expect(messages(page)).not.toContainText(/could not|lost/);
    expect(there).toBeLessThanOrEqual(80);

    // Of the second class there may be nothing.
    await addPhotosOnly(page, ['tree', 'lamp'], 4, 6);
    await untilExtracted(page, there + 8);
    await beginComparison(page, /^([3-9]|1\d) \/ \d+ folds/);
    await page.waitForTimeout(1000);
    kill(profile);

    const last = await start(profile);
    await goToPage(last.page);
    await expect(images(last.page)).toHaveCount(there + 8);
    await expectHalfAComparison(last.page);
    await last.context.close();
  }));

test('a page that is left, and gone back to as it was, goes on and keeps what is done', () =>
  withProfile(async (profile) => {
    const { context, page } = await start(profile);
    await openPage(page);
    await page.evaluate(() =>
      window.addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset.persisted = `${persisted}`;
      }),
    );
    await addClass(page, 'owls');
    await page.goto('/icon.svg');
    // What comes out of the cache loads nothing that could be waited for.
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');
    await addPhotosOnly(page, ['cat'], 2);
    await untilKept(page, 2);
    await page.reload();
    await expect(classNamed(page, 'owls')).toBeVisible();
    await expect(images(classNamed(page, 'cats'))).toHaveCount(2);
    await context.close();
  }));

test('the tab is closed: while files are dropped, while tokens are made, while it trains and compares', async ({
  context,
}) => {
  /** Closes the tab at once, as the browser does, and opens the page in another. */
  const another = async (page: Page): Promise<Page> => {
    await page.close();
    const next = await context.newPage();
    await goToPage(next);
    return next;
  };
  let page = await context.newPage();
  await openPage(page, { backbone: 'slow' });
  await addPhotosOnly(page, ['cat', 'dog'], 8);
  // What is dropped in the last moment is named where it could not be kept.
  await untilKept(page, 16);
  page = await another(page);
  await expect(images(page)).toHaveCount(16);
  page = await another(page);
  await untilExtracted(page, 16);
  await train(page);
  const accuracy = await untilTrained(page);
  await train(page);
  await expect(page.getByText(/^Epoch [1-9]\d* of \d+$/)).toBeVisible();
  page = await another(page);
  await expect(images(page)).toHaveCount(16);
  expect(await untilTrained(page)).toBe(accuracy);
  await beginComparison(page, /^([3-9]|1\d) \/ \d+ folds/);
  page = await another(page);
  await expectHalfAComparison(page);
});

async function expectHalfAComparison(page: Page): Promise<void> {
  await expect(comparison(page).getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(comparison(page)).toContainText(/Stopped: ([3-9]|1\d) of \d+ folds are finished/);
}
