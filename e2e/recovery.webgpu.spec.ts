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
import { loseGpu } from './workers';

test('a lost graphics device: started again once, then WebAssembly, with every image kept', async ({
  page,
}) => {
  const photos = await makePhotos({ classes: ['ant', 'bee'], perClass: 2, size: 240, seed: 12 });
  await openPage(page);
  await untilRunning(page);
  await chooseDevice(page, 'WebGPU');
  await expect(deviceButton(page)).toContainText('WebGPU (software)', { timeout: 60_000 });
  await addClass(page, 'ants');
  await addImages(page, photos.slice(0, 2), { to: 'ants' });
  await untilExtracted(page, 2);

  await loseGpu(page);
  await expect(messages(page)).toContainText(
    /The backbone lost the graphics device: .* It starts again and carries on where it was\./,
  );
  await expect(deviceButton(page)).toContainText('WebGPU (software)', { timeout: 60_000 });

  await addClass(page, 'bees');
  await addImages(page, photos.slice(2), { to: 'bees' });
  await loseGpu(page);
  await expect(messages(page)).toContainText(
    /From now on WebAssembly is used; everything carries on where it was\./,
  );
  await expect(deviceButton(page)).toContainText('WebAssembly ×', { timeout: 60_000 });
  await untilExtracted(page, 4);
  expect(await allImages(page)).toEqual(['ant-01.jpg', 'ant-02.jpg', 'bee-01.jpg', 'bee-02.jpg']);
  await train(page);
  await untilTrained(page);
  await untilMapsShow(page, 'ant-01.jpg', 8);
});
