import { expect, test } from '@playwright/test';
import { untilMapsShow } from './maps';
import { addPhotos, allImages, openPage, train, untilRunning, untilTrained } from './person';

test('served without the headers for threads, it works on one and says so', async ({ page }) => {
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers['cross-origin-opener-policy'];
    delete headers['cross-origin-embedder-policy'];
    await route.fulfill({ response, headers });
  });
  await openPage(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  expect(await untilRunning(page)).toContain('WebAssembly ×1');
  await addPhotos(page);
  await train(page);
  await untilTrained(page);
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 8);
});
