import { expect, test } from '@playwright/test';
import { makePhotos } from './fixtures/photos';
import { untilMapsShow } from './maps';
import {
  addClass,
  addImages,
  allImages,
  chooseDevice,
  deviceButton,
  messages,
  openPage,
  train,
  untilExtracted,
  untilRunning,
  untilTrained,
} from './person';

test('the person chooses WebGPU: images → train → maps on a software adapter', async ({ page }) => {
  const photos = await makePhotos({ classes: ['ant', 'bee'], perClass: 3, size: 240, seed: 12 });
  await openPage(page);
  // An adapter that only imitates a graphics card is not used unasked.
  expect(await untilRunning(page)).toContain('WebAssembly');
  await deviceButton(page).click();
  await expect(page.getByText('This browser only imitates a graphics card')).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseDevice(page, 'WebGPU');
  await expect(deviceButton(page)).toContainText('WebGPU (software)', { timeout: 60_000 });

  await addClass(page, 'ants');
  await addImages(page, photos.slice(0, 3), { to: 'ants' });
  await addClass(page, 'bees');
  await addImages(page, photos.slice(3), { to: 'bees' });
  await untilExtracted(page, 6);
  await train(page);
  // A software adapter takes most of a second for an epoch: a few will do.
  await expect(page.getByText(/^Epoch [1-9]\d of \d+$/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await untilTrained(page);
  await untilMapsShow(page, 'ant-01.jpg', 8);
  expect(await allImages(page)).toHaveLength(6);
  await expect(deviceButton(page)).toContainText('WebGPU (software)');
  await expect(messages(page)).toHaveText('');
});
