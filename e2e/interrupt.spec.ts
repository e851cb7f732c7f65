import { expect, test } from '@playwright/test';
import { untilMapsShow } from './maps';
import {
  addPhotos,
  addPhotosOnly,
  allImages,
  images,
  openPage,
  result,
  train,
  trainButton,
  untilExtracted,
  untilTrained,
} from './person';

test('extraction is cancelled half way, and resumed', async ({ page }) => {
  await openPage(page, { backbone: 'slow' });
  await addPhotosOnly(page, ['cat', 'dog'], 12);
  await page.getByText(/^([5-9]|1\d) \/ 24$/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('paused')).toBeVisible();
  await expect(images(page)).toHaveCount(24);
  const halfWay = page.getByText(/^\d+ \/ 24$/);
  await expect(halfWay).not.toHaveText('24 / 24');

  await page.getByRole('button', { name: 'Resume' }).click();
  await untilExtracted(page, 24);
  await train(page);
  await untilTrained(page);
  await expect(result(page)).toContainText('of 6 images');
});

test('with extraction paused, training takes the images that have their tokens', async ({
  page,
}) => {
  await openPage(page, { backbone: 'slow' });
  await addPhotosOnly(page, ['cat'], 8);
  await addPhotosOnly(page, ['dog'], 24, 6);
  // The filmstrip's order is that of extraction: 10 images reach into the second class.
  await page.getByText(/^(1\d|2[0-5]) \/ 32$/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Only the images that have their tokens|^Left out/)).toBeVisible();
  await train(page);
  await untilTrained(page);
  await expect(page.getByText('paused')).toBeVisible();
  await expect(result(page)).not.toContainText('of 8 images');
});

test('Stop keeps what there is; training again with other queries shows as many maps', async ({
  page,
}) => {
  await openPage(page);
  await addPhotos(page);
  const queries = page.getByRole('slider', { name: 'Queries' });
  await queries.focus();
  await page.keyboard.press('End');
  await expect(queries).toHaveAttribute('aria-valuetext', '64');
  await train(page);
  await expect(page.getByText(/^Epoch [1-9]\d* of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await untilTrained(page);
  await expect(page.getByText('stopped early')).toBeVisible();
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 64);

  await queries.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await expect(queries).toHaveAttribute('aria-valuetext', '4');
  await expect(trainButton(page)).toBeEnabled();
  await train(page);
  await untilTrained(page);
  await expect(page.getByText('stopped early')).toHaveCount(0);
  await untilMapsShow(page, first, 4);
});
