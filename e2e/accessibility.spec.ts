import { expect, type Page, test } from '@playwright/test';
import { checkBothThemes } from './axe';
import { addPhotos, classNamed, images, openPage, train, untilTrained } from './person';

const WIDE = { width: 1440, height: 900 };
const TABLET = { width: 900, height: 900 };
const PHONE = { width: 390, height: 844 };

/** On a wide screen, on a tablet, and in each of the three places of a phone. */
async function checkAll(page: Page): Promise<void> {
  for (const size of [WIDE, TABLET]) {
    await page.setViewportSize(size);
    await checkBothThemes(page);
  }
  await page.setViewportSize(PHONE);
  for (const place of ['Images', 'Sees', 'Probe']) {
    await page.getByRole('tab', { name: place }).click();
    await checkBothThemes(page);
  }
}

test('accessible on every width: empty, loaded and trained, light and dark', async ({ page }) => {
  await openPage(page);
  await checkAll(page);

  await page.setViewportSize(WIDE);
  await addPhotos(page);
  await expect(images(classNamed(page, 'dogs'))).toHaveCount(6);
  await checkAll(page);

  await page.setViewportSize(WIDE);
  await train(page);
  await untilTrained(page);
  await checkAll(page);

  for (const size of [PHONE, TABLET, WIDE]) {
    await page.setViewportSize(size);
    await page.getByRole('button', { name: 'How it works' }).click();
    await checkBothThemes(page);
    await page.keyboard.press('Escape');
  }
});
