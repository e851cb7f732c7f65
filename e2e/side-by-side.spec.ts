import { expect, type Locator, type Page } from '@playwright/test';
import { checkBothThemes } from './axe';
import { coloursOn, untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import {
  addPhotos,
  allImages,
  chooseFor,
  chooseProbe,
  image,
  openPage,
  train,
  untilTrained,
} from './person';

const side = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const openButton = (page: Page) => page.getByRole('button', { name: 'Side by side', exact: true });
const closeButton = (page: Page) => page.getByRole('button', { name: 'Close side by side' });
const headsButton = (page: Page) => page.getByRole('button', { name: /^Head on show/ });
const large = (within: Locator) => within.getByRole('group', { name: /^Patches of/ });

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page);
});

async function trainWith(page: Page, probe: string): Promise<void> {
  await chooseProbe(page, probe);
  await train(page);
  await untilTrained(page);
}

/** Trains EP, and looks at the first image. @returns the names of the first two. */
async function trained(page: Page): Promise<[first: string, second: string]> {
  await trainWith(page, 'EP');
  const [first = '', second = ''] = await allImages(page);
  await image(page, first).click();
  return [first, second];
}

/** Which patch of 14 × 14 is outlined, as a person sees it; null for none. */
async function outlined(within: Locator): Promise<[row: number, column: number] | null> {
  const outline = large(within).locator('.map__patch');
  if ((await outline.evaluate((box) => getComputedStyle(box).opacity)) === '0') return null;
  const [box, area] = await Promise.all([outline.boundingBox(), large(within).boundingBox()]);
  if (!box || !area) return null;
  const patch = area.width / 14;
  return [Math.round((box.y - area.y) / patch), Math.round((box.x - area.x) / patch)];
}

/** Points at a patch of the large figure. */
async function pointAt(within: Locator, row: number, column: number): Promise<void> {
  const area = await large(within).boundingBox();
  if (!area) throw new Error('There is no figure to point at.');
  const patch = area.width / 14;
  await within
    .page()
    .mouse.move(area.x + (column + 0.5) * patch, area.y + (row + 0.5) * patch, { steps: 2 });
}

test('an earlier head is shown again, and two stand side by side under one pointer', async ({
  page,
}) => {
  const [first, second] = await trained(page);
  await untilMapsShow(page, first, 8);
  const maps = await coloursOn(page, first);
  await expect(headsButton(page)).toHaveCount(0);

  await trainWith(page, 'AIM');
  await untilMapsShow(page, first, 16);
  await headsButton(page).click();
  await expect(page.getByRole('menuitemradio', { name: /^AIM/ })).toBeChecked();
  await page.getByRole('menuitemradio', { name: /^EP, 8 queries/ }).click();
  await expect(headsButton(page)).toHaveText(/EP, 8 queries/);
  await expect.poll(() => coloursOn(page, first)).toEqual(maps);

  await openButton(page).click();
  await page.getByRole('menuitem', { name: /^AIM/ }).click();
  const [ep, aim] = [side(page, 'EP, 8 queries'), side(page, 'AIM')];
  await untilMapsShow(ep, first, 8);
  await untilMapsShow(aim, first, 16);

  await pointAt(ep, 3, 11);
  expect(await outlined(ep)).toEqual([3, 11]);
  expect(await outlined(aim)).toEqual([3, 11]);
  for (const place of [ep, aim]) await expect(place).toContainText('on row 4, column 12');
  await pointAt(aim, 9, 2);
  expect(await outlined(ep)).toEqual([9, 2]);

  // Query 2 of one is not query 2 of the other.
  const dimmed = (within: Locator) =>
    within
      .getByRole('img', { name: /^Query 1 on/ })
      .locator('..')
      .evaluate((map) => Number(getComputedStyle(map).opacity) < 0.9);
  await ep.getByRole('img', { name: /^Query 2 on/ }).hover();
  await expect.poll(() => dimmed(ep)).toBe(true);
  expect(await dimmed(aim)).toBe(false);
  expect(await outlined(aim)).not.toBeNull();

  // With the keyboard, too.
  await large(aim).focus();
  const before = await outlined(aim);
  await page.keyboard.press('ArrowDown');
  const after = await outlined(aim);
  expect(after).not.toEqual(before);
  expect(await outlined(ep)).toEqual(after);

  // Other images follow on both sides.
  await page.getByRole('button', { name: 'Next image' }).click();
  await untilMapsShow(ep, second, 8);
  await untilMapsShow(aim, second, 16);

  await closeButton(page).click();
  await expect(aim).toHaveCount(0);
  await untilMapsShow(page, second, 8);
});

test('side by side is accessible and fits a phone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await trained(page);
  await trainWith(page, 'AIM');
  await openButton(page).click();
  await page.getByRole('menuitem', { name: /^EP/ }).first().click();
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await expect(side(page, 'AIM')).toBeVisible();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await checkBothThemes(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await closeButton(page).click();
});

test('two images under one head; side by side ends with the image that goes', async ({ page }) => {
  const [first, second] = await trained(page);
  await openButton(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('stays here: choose another image')).toBeVisible();
  await page.getByRole('button', { name: 'Next image' }).click();
  await untilMapsShow(side(page, second), second, 8);
  await untilMapsShow(side(page, first), first, 8);

  await pointAt(side(page, second), 0, 13);
  expect(await outlined(side(page, first))).toEqual([0, 13]);
  // One head: a query is the same on both sides.
  await side(page, second)
    .getByRole('img', { name: /^Query 2 on/ })
    .hover();
  await expect
    .poll(() =>
      side(page, first)
        .getByRole('img', { name: /^Query 1 on/ })
        .locator('..')
        .evaluate((map) => Number(getComputedStyle(map).opacity) < 0.9),
    )
    .toBe(true);

  await chooseFor(page, first, 'Delete');
  await expect(closeButton(page)).toHaveCount(0);
  await untilMapsShow(page, second, 8);
  await expect(openButton(page)).toBeVisible();
});

test('a head of a comparison stays at hand, also when the next one begins', async ({ page }) => {
  test.setTimeout(240_000);
  const [first, second] = await trained(page);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await page.getByRole('checkbox', { name: 'EP, 2 queries', exact: true }).check();
  const start = page.getByRole('button', { name: 'Start comparison' });
  const table = page.getByRole('table', { name: 'Results of the comparison' });
  const cancel = page.getByRole('region', { name: 'Comparison' }).getByRole('button', {
    name: 'Cancel',
  });
  await start.click();
  await expect(cancel).toBeVisible();
  await expect(cancel).toHaveCount(0, { timeout: 110_000 });
  await table.getByRole('button', { name: 'EP, 2 queries' }).click();
  await untilMapsShow(page, first, 2);
  await expect(page.getByText('from the comparison, trained without its first fold')).toBeVisible();

  await page.getByRole('radio', { name: 'Comparison' }).click();
  await page.getByText('What to compare').click();
  await start.click();
  await expect(cancel).toBeVisible();
  await page.getByRole('radio', { name: 'One image' }).click();
  await expect(page.getByText('from an earlier comparison')).toBeVisible();
  await page.getByRole('button', { name: 'Next image' }).click();
  await untilMapsShow(page, second, 2);
  await headsButton(page).click();
  await page
    .getByRole('menuitemradio', { name: /^EP, 8 queries/ })
    .first()
    .click();
  await untilMapsShow(page, second, 8);
});
