import { expect, test } from '@playwright/test';
import { checkBothThemes } from './axe';
import { addPhotos, classNamed, images, openPage, train, untilTrained } from './person';

for (const [name, viewport, places] of [
  ['on a wide screen', { width: 1440, height: 900 }, []],
  ['on a tablet', { width: 900, height: 900 }, []],
  ['at 390 pixels', { width: 390, height: 844 }, ['Images', 'Sees', 'Probe']],
] as const) {
  test(`accessible ${name}: empty, loaded and trained, light and dark`, async ({ page }) => {
    const go = async (place: (typeof places)[number]) =>
      page.getByRole('tab', { name: place }).click();
    const checkAll = async () => {
      if (places.length === 0) await checkBothThemes(page);
      for (const place of places) {
        await go(place);
        await checkBothThemes(page);
      }
    };
    await page.setViewportSize(viewport);
    await openPage(page);
    await checkAll();

    if (places.length > 0) await go('Images');
    await addPhotos(page);
    await expect(images(classNamed(page, 'dogs'))).toHaveCount(6);
    await checkAll();

    await train(page);
    await untilTrained(page);
    await checkAll();
    await page.getByRole('button', { name: 'How it works' }).click();
    await checkBothThemes(page);
  });
}
