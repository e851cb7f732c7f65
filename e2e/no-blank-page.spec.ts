import { expect, type Page, test } from '@playwright/test';
import { checkBothThemes } from './axe';
import { addPhotos, images, openPage } from './person';

const NOT_STARTED = /has not started yet/;

test('a browser that lacks something is told what, in place of the page', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    Reflect.deleteProperty(globalThis, 'ResizeObserver');
  });
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'This browser can’t run the page' }),
  ).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([/^OffscreenCanvas: /, /^ResizeObserver: /]);
  await expect(page.getByText(NOT_STARTED)).toHaveCount(0);
  await checkBothThemes(page);
});

test('a script that does not come leaves a sentence, after a while', async ({ page }) => {
  await page.clock.install();
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/');
  const sentence = page.getByText(NOT_STARTED);
  await expect(sentence).toBeHidden();
  // The animation that shows it, brought to its end.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(sentence).toBeVisible();
});

test('a page that stops as a whole says so, saves what there is, and comes back', async ({
  page,
}) => {
  await openPage(page);
  await addPhotos(page);
  await stopWhole(page);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The page stopped: No media. Your images are still here.');

  await test.step('what there is can be saved', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save what I have' }).click();
    const saved = await coming;
    expect(saved.suggestedFilename()).toMatch(/^probe-playground-\d{4}-\d\d-\d\d\.zip$/);
    await expect(page.getByRole('status').first()).toHaveText(
      'Saved 12 images, with classes and settings.',
    );
  });

  await test.step('what happened can be copied', async () => {
    await page.getByText('Details to copy').click();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/No media\..*Chrome.*index-[^/]*\.js/s);
    await checkBothThemes(page);
  });

  await test.step('trying again in vain says so, and offers to reload', async () => {
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toContainText('It was tried again and failed again.');
    await page.evaluate(() => (window as unknown as { mend(): void }).mend());
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(images(page)).toHaveCount(12);
  });
});

test('a part whose script or style does not come says so in its place, and can be had later', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const missing = /assets\/(ComparePanel-.*\.js|AllQueries-.*\.css)$/;
  await page.route(missing, (route) => route.abort());
  await openPage(page);
  await addPhotos(page);
  const sentence = page.getByText(/^This part of the page did not load/);
  const tryAgain = page.getByRole('button', { name: 'Try again' });
  for (const view of ['All queries', 'Comparison']) {
    await page.getByRole('radio', { name: view, exact: true }).click();
    await expect(sentence).toBeVisible();
  }
  await tryAgain.click();
  await expect(sentence).toBeVisible();
  await page.unroute(missing);
  for (const [view, shown] of [
    ['Comparison', page.getByRole('region', { name: 'Comparison' })],
    ['All queries', page.getByText(/^Press Train to see what each query looks at/)],
  ] as const) {
    await page.getByRole('radio', { name: view, exact: true }).click();
    await tryAgain.click();
    await expect(shown).toBeVisible();
    await expect(sentence).toHaveCount(0);
  }
  const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
  expect(styles.filter((href) => href.includes('AllQueries'))).toHaveLength(1);
  expect(errors).toEqual([]);
});

/** From here on nothing that asks for the width of the page can be drawn. */
async function stopWhole(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { matchMedia } = window;
    Object.assign(window, { mend: () => Object.assign(window, { matchMedia }) });
    window.matchMedia = () => {
      throw new Error('No media.');
    };
  });
  await page.setViewportSize({ width: 600, height: 900 });
}
