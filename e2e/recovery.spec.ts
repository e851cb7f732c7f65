import { expect, test } from '@playwright/test';
import { tinyVit } from './fixtures/tiny-vit';
import { coloursOn, untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import {
  addPhotos,
  addPhotosOnly,
  allImages,
  deviceButton,
  images,
  messages,
  openPage,
  result,
  serveBackbone,
  train,
  untilExtracted,
  untilRunning,
  untilTrained,
} from './person';
import { kill } from './workers';

test('a broken model file: the page says so, and a good one works after trying again', async ({
  page,
}) => {
  await openPage(page, { backbone: 'broken' });
  await addPhotosOnly(page);
  await expect(messages(page)).toContainText(/The backbone does not work: Hiera-T could not be/, {
    timeout: 60_000,
  });
  await expect(deviceButton(page)).toContainText('not running');
  await expect(page.getByText('The backbone is not running: try it again first.')).toBeVisible();
  await expect(images(page)).toHaveCount(12);

  await serveBackbone(page, tinyVit());
  await messages(page).getByRole('button', { name: 'Retry' }).click();
  expect(await untilRunning(page)).toContain('WebAssembly');
  await untilExtracted(page, 12);
  await train(page);
  await untilTrained(page);
});

test('the device menu offers to try again, too', async ({ page }) => {
  await openPage(page, { backbone: 'missing' });
  await expect(messages(page)).toContainText('was not found on the server (404)');
  await serveBackbone(page, tinyVit());
  await deviceButton(page).click();
  await page.getByRole('menuitem', { name: 'Try again' }).click();
  expect(await untilRunning(page)).toContain('WebAssembly');
});

test('a part of the page that fails leaves the others, and can be shown again', async ({
  page,
}) => {
  await openPage(page);
  // The example of the empty page stands; from here on no other picture can.
  await expect(page.getByRole('img', { name: /^A recorded example: 8 queries/ })).toBeVisible();
  await page.evaluate(() => {
    const { observe } = ResizeObserver.prototype;
    Object.assign(window, {
      mend: () => Object.assign(ResizeObserver.prototype, { observe }),
    });
    ResizeObserver.prototype.observe = function (target, options) {
      if (target instanceof HTMLCanvasElement) throw new Error('No room.');
      observe.call(this, target, options);
    };
  });
  const added = addPhotos(page);
  const alert = page.getByRole('alert').filter({ hasText: 'This part of the page stopped' });
  await expect(alert).toContainText('No room. Everything else goes on');
  await added;
  await train(page);

  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.getByRole('button', { name: 'Try again' }).click();
  await untilTrained(page);
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 8);
});

test('the backbone’s worker dies in the middle: a fresh one goes on where it was', async ({
  page,
}) => {
  await openPage(page, { backbone: 'slow' });
  await addPhotosOnly(page, ['cat', 'dog'], 12);
  await page.getByText(/^([5-9]|\d\d) \/ 24$/).waitFor({ timeout: 60_000 });
  const before = await allImages(page);
  await kill(page, 'backbone');
  await expect(messages(page)).toContainText(/The backbone stopped: .*out of memory/);
  expect(await untilRunning(page)).toContain('WebAssembly');
  await untilExtracted(page, 24);
  expect(await allImages(page)).toEqual(before);
  await train(page);
  await untilTrained(page);
  await expect(result(page)).toContainText('of 6 images');
});

test.describe('the trainer', () => {
  const test = journeysOnOnePage(async (page) => {
    await openPage(page);
    await addPhotos(page);
  });

  test('a trained head is there again after its worker died', async ({ page }) => {
    await train(page);
    const accuracy = await untilTrained(page);
    const [first = ''] = await allImages(page);
    await untilMapsShow(page, first, 8);
    const before = await coloursOn(page, first);
    await kill(page, 'trainer');
    await expect(messages(page)).toContainText('The trainer stopped');
    await expect(result(page)).toHaveText('');
    expect(await untilTrained(page)).toBe(accuracy);
    await untilMapsShow(page, first, 8);
    await expect.poll(() => coloursOn(page, first)).toEqual(before);
  });

  test('the trainer’s worker dies in the middle: tokens come again, and the run is repeated', async ({
    page,
  }) => {
    const before = await allImages(page);
    await page.getByRole('slider', { name: 'Queries' }).focus();
    await page.keyboard.press('End');
    await train(page);
    await expect(page.getByText(/^Epoch [1-9]\d* of \d+$/)).toBeVisible();
    await kill(page, 'trainer');
    await expect(messages(page)).toContainText(/The trainer stopped: .*out of memory/);
    await untilTrained(page);
    await expect(result(page)).toContainText('of 4 images');
    expect(await allImages(page)).toEqual(before);
    await untilMapsShow(page, before[0] ?? '', 64);
  });
});
