import { expect, test } from '@playwright/test';
import { mapsOn, untilMapsShow, weightsShown } from './maps';
import {
  allImages,
  classNamed,
  image,
  images,
  openPage,
  title,
  train,
  trySamples,
  untilRunning,
  untilTrained,
} from './person';

test('samples → train → maps, with the bundled backbone on WebAssembly', async ({ page }) => {
  await openPage(page, { backbone: 'bundled' });
  expect(await untilRunning(page)).toMatch(/WebAssembly ×[1-9]/);

  await trySamples(page);
  for (const name of ['animal faces', 'birds', 'vehicles', 'fruit']) {
    await expect(images(classNamed(page, name))).toHaveCount(12);
  }
  await expect(page.getByText(/^\d+ \/ 48$/)).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* \/ 48$/)).toBeVisible();

  await train(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Loss by epoch' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'Accuracy by epoch' })).toBeVisible();
  expect(await untilTrained(page)).toBeGreaterThan(40);
  await expect(page.getByRole('status')).toContainText(/of 12 images/);

  const [first = '', second = ''] = await allImages(page);
  const inks = await untilMapsShow(page, first, 8);
  await expect(title(page, first)).toContainText(
    /(held out|training image).*animal faces \d+ %.*(right|wrong, it is)/,
  );

  await test.step('another image shows its own maps', async () => {
    await image(classNamed(page, 'fruit'), 'banana.webp').click();
    const others = await untilMapsShow(page, 'banana.webp', 8);
    await expect(mapsOn(page, first)).toHaveCount(0);
    expect(others).not.toEqual(inks);
    await expect(title(page, 'banana.webp')).toContainText(/(held out|training image)/);
  });

  await test.step('the arrow keys walk through the images', async () => {
    await image(classNamed(page, 'animal faces'), first).click();
    await page.keyboard.press('ArrowRight');
    await untilMapsShow(page, second, 8);
    await page.keyboard.press('ArrowLeft');
    expect(await untilMapsShow(page, first, 8)).toEqual(inks);
  });

  await test.step('pointing at a patch shows how much each query looks there', async () => {
    const patches = page.getByRole('group', { name: `Patches of ${first}` });
    const box = await patches.boundingBox();
    if (!box) throw new Error('The figure is not on screen.');
    const patchAt = async (row: number, column: number) => {
      await page.mouse.move(
        box.x + ((column + 0.5) / 14) * box.width,
        box.y + ((row + 0.5) / 14) * box.height,
      );
      await page.waitForFunction(
        (words) => document.querySelector('.reading')?.textContent?.includes(words),
        `on row ${row + 1}, column ${column + 1}: most`,
      );
      return weightsShown(page);
    };
    const sums = new Array<number>(8).fill(0);
    const weights: number[][] = [];
    for (let patch = 0; patch < 196; patch++) {
      const shown = await patchAt(Math.floor(patch / 14), patch % 14);
      expect(shown).toHaveLength(8);
      weights.push(shown);
      shown.forEach((weight, query) => {
        sums[query] = (sums[query] ?? 0) + weight;
      });
    }
    for (const [query, ink] of inks.entries()) {
      // Every number is rounded to a tenth of a percent.
      expect(Math.abs((sums[query] ?? 0) - 100)).toBeLessThan(3);
      const column = weights.map((shown) => shown[query] ?? 0);
      const most = column.indexOf(Math.max(...column));
      const least = column.indexOf(Math.min(...column));
      expect(ink[most] ?? 0).toBeGreaterThan(ink[least] ?? 0);
    }
  });
});
