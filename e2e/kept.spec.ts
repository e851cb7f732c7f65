import { expect, type Page } from '@playwright/test';
import { beginComparison, comparison } from './comparison';
import { coloursOn, untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import {
  addPhotos,
  allImages,
  chooseProbe,
  messages,
  openPage,
  result,
  train,
  untilTrained,
} from './person';

/** What was made is there again after a reload. */

const headsButton = (page: Page) => page.getByRole('button', { name: /^Head on show/ });
const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the training' });
const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true });

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page);
  await train(page);
  await untilTrained(page);
  await chooseProbe(page, 'AIM');
  await train(page);
  await expect(headsButton(page)).toHaveText(/AIM/);
  await untilTrained(page);
});

/** Reloads the page, and looks out for a training that it would begin by itself. */
async function reload(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll('button')];
      if (buttons.some(({ textContent }) => textContent === 'Stop')) {
        document.documentElement.dataset.trained = 'yes';
      }
    });
    seen.observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  return () => page.evaluate(() => document.documentElement.dataset.trained === 'yes');
}

test('after a reload heads are there with their past, and seen as they were', async ({ page }) => {
  const accuracy = await untilTrained(page);
  const [, second = ''] = await allImages(page);
  await page.getByRole('option', { name: second }).click();
  await slider(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const moment = await slider(page).getAttribute('aria-valuetext');
  expect(moment).not.toContain('the kept one');
  await untilMapsShow(page, second, 16);
  const before = await coloursOn(page, second);

  const hasTrained = await reload(page);
  expect(await untilTrained(page)).toBe(accuracy);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', moment ?? '');
  await untilMapsShow(page, second, 16);
  await expect.poll(() => coloursOn(page, second)).toEqual(before);

  await headsButton(page).click();
  await page.getByRole('menuitemradio', { name: /^EP, 8 queries/ }).click();
  await untilMapsShow(page, second, 8);
  expect(await hasTrained()).toBe(false);
});

test('a comparison that was cancelled half way goes on after a reload', async ({ page }) => {
  await beginComparison(page, /^([6-9]|1\d) \/ 15 folds/);
  await comparison(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(comparison(page).getByRole('button', { name: 'Resume' })).toBeVisible();
  const table = comparison(page).getByRole('table', { name: 'Results of the comparison' });
  const gap = table.getByRole('row').nth(1);
  // The table follows the count a moment later.
  await expect(gap).toContainText('of 12');
  const before = await gap.textContent();

  await page.reload();
  // The view that was open is open.
  await expect(view(page, 'Comparison')).toBeChecked();
  await expect(gap).toHaveText(before ?? '');
  await comparison(page).getByRole('button', { name: 'Resume' }).click();
  await comparison(page)
    .getByRole('button', { name: /^(Cancel|Resume)$/ })
    .waitFor({ state: 'detached', timeout: 60_000 });
  await expect(table.getByRole('row').filter({ hasText: /^EP, 8 queries/ })).toContainText('of 12');
});

test('a reload in the middle of a run says so, and shows the head of before', async ({ page }) => {
  await view(page, 'One image').click();
  await untilTrained(page);
  const before = await result(page).textContent();
  await chooseProbe(page, 'EP');
  await page.getByRole('slider', { name: 'Queries', exact: true }).focus();
  await page.keyboard.press('End');
  await train(page);
  await expect(stopButton(page)).toBeVisible();
  await page.reload();
  await expect(messages(page)).toContainText(
    /A run was .* when this project was closed.*Press Train/,
  );
  await expect(result(page)).toHaveText(before ?? '', { timeout: 30_000 });
  await expect(stopButton(page)).toHaveCount(0);
});
