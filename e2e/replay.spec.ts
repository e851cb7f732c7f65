import { expect, type Page } from '@playwright/test';
import { coloursOn, untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import { addPhotos, allImages, openPage, title, train, untilTrained } from './person';

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the training' });
const playButton = (page: Page) => page.getByRole('button', { name: 'Play the training' });
const pauseButton = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
const keptButton = (page: Page) => page.getByRole('button', { name: 'Kept', exact: true });
/** The plot of the loss, with the cursor that lies over it. */
const plot = (page: Page) => page.locator('.chart').first().locator('.cursor');

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page);
  await train(page);
  await untilTrained(page);
});

/** @returns the image on show, once the maps of the kept head are drawn on it. */
async function mapsOfTheKept(page: Page): Promise<string> {
  const [first = ''] = await allImages(page);
  if ((await keptButton(page).getAttribute('aria-pressed')) === 'false')
    await keptButton(page).click();
  await untilMapsShow(page, first, 8);
  return first;
}

/** Where the cursor stands on the loss curve, 0…1 from the left. */
async function cursorAt(page: Page): Promise<number> {
  const [area, line] = await Promise.all([
    plot(page).boundingBox(),
    plot(page).locator('.cursor__line').boundingBox(),
  ]);
  if (!area || !line) throw new Error('There is no cursor on the loss curve.');
  return (line.x + line.width / 2 - area.x) / area.width;
}

const shares = (page: Page) =>
  page.getByRole('list', { name: 'Class probabilities' }).textContent();

test('the slider leads back to the start: maps, prediction and cursor follow', async ({ page }) => {
  const file = await mapsOfTheKept(page);
  await expect(keptButton(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^\d+ snapshots?, [\d.]+ MB of at most \d+ MB$/)).toBeVisible();
  const [mapsKept, sharesKept] = [await coloursOn(page, file), await shares(page)];

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('Epoch 0 of 100')).toBeVisible();
  await expect(keptButton(page)).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => coloursOn(page, file)).not.toEqual(mapsKept);
  await expect.poll(() => shares(page)).not.toBe(sharesKept);
  expect(await cursorAt(page)).toBeCloseTo(0, 2);

  // The keys are the slider's: the image stays.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Epoch 0 of 100')).toHaveCount(0);
  await expect(title(page, file)).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('Epoch 100 of 100')).toBeVisible();
  expect(await cursorAt(page)).toBeCloseTo(1, 2);

  await keptButton(page).click();
  await expect.poll(() => coloursOn(page, file)).toEqual(mapsKept);
  await expect.poll(() => shares(page)).toBe(sharesKept);
});

test('pointing at the curve shows that moment', async ({ page }) => {
  await mapsOfTheKept(page);
  const area = await plot(page).boundingBox();
  if (!area) throw new Error('There is no cursor on the loss curve.');
  const middle = area.y + area.height / 2;
  await page.mouse.move(area.x + area.width / 2, middle);
  await page.mouse.down();
  await expect.poll(() => cursorAt(page)).toBeGreaterThan(0.4);
  expect(await cursorAt(page)).toBeLessThan(0.6);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^epoch [4-6]\d of 100/);
  await page.mouse.move(area.x - 30, middle);
  await page.mouse.up();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'epoch 0 of 100');
  await page.mouse.move(area.x + area.width / 2, middle);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'epoch 0 of 100');
});

test('played with the keyboard it reaches the end, also where motion is reduced', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const file = await mapsOfTheKept(page);
  await playButton(page).focus();
  await page.keyboard.press('Space');
  await expect(pauseButton(page)).toBeFocused();
  await expect(playButton(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Epoch 100 of 100')).toBeVisible();
  await untilMapsShow(page, file, 8);

  await page.keyboard.press('Space');
  await expect(pauseButton(page)).toBeVisible();
  // Taking the slider in hand ends it.
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(playButton(page)).toBeVisible();
  await page.waitForTimeout(400);
  await expect(page.getByText('Epoch 0 of 100')).toBeVisible();

  await train(page);
  await expect(slider(page)).toHaveCount(0);
  await untilTrained(page);
  await expect(keptButton(page)).toHaveAttribute('aria-pressed', 'true');
});
