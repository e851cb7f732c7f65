import { expect, test } from '@playwright/test';
import { makePhotos } from './fixtures/photos';
import { untilMapsShow } from './maps';
import {
  addClass,
  addImages,
  allImages,
  messages,
  openPage,
  train,
  trySamples,
  untilExtracted,
  untilRunning,
  untilTrained,
} from './person';
import { kill } from './workers';

test('once it has loaded, the page works offline and asks for nothing', async ({
  page,
  context,
}) => {
  await openPage(page, { cores: 'all' });
  await untilRunning(page);
  await page.waitForLoadState('networkidle');

  const requests: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  await context.setOffline(true);

  await trySamples(page);
  await untilExtracted(page, 48);
  await train(page);
  await untilTrained(page);
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 8);

  await page.getByRole('button', { name: 'How it works' }).click();
  await expect(page.getByRole('dialog', { name: 'How it works' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(messages(page)).toHaveText('');
  expect(requests).toEqual([]);

  await test.step('even a fresh worker needs no network', async () => {
    await kill(page, 'backbone');
    await expect(messages(page)).toContainText('The backbone stopped: ');
    await untilRunning(page);
    const photos = await makePhotos({ classes: ['lamp'], perClass: 2, size: 240, seed: 13 });
    await addClass(page, 'lamps');
    await addImages(page, photos, { to: 'lamps' });
    await untilExtracted(page, 50);
  });
});
