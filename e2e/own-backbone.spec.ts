import { mkdir, writeFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  closeBackbones,
  dialog,
  keptNames,
  openBackbones,
  untilInUse,
  use,
} from './backbones-dialog';
import { drag } from './drop';
import { clsVit } from './fixtures/cls-vit';
import { leastVit, projectionFile } from './fixtures/hostile-models';
import {
  addPhotos,
  openPage,
  train,
  trainButton,
  untilExtracted,
  untilRunning,
  untilTrained,
} from './person';

/** Writes files where a person would drag them from. */
async function onDisk(files: Record<string, Uint8Array>): Promise<string[]> {
  const folder = test.info().outputPath('dragged');
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(files).map((name) => `${folder}/${name}`);
  await Promise.all(Object.values(files).map((bytes, i) => writeFile(paths[i] ?? '', bytes)));
  return paths;
}

/** How many colours, told apart in steps of 32, a picture has. */
function colours(picture: Locator): Promise<number> {
  return picture.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
      data: [],
    };
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      seen.add([data[at], data[at + 1], data[at + 2]].map((v = 0) => v >> 5).join());
    }
    return seen.size;
  });
}

async function trainWith(page: Page, probe: () => Promise<void>): Promise<void> {
  await probe();
  await train(page);
  await untilTrained(page);
}

test('a file dropped on the page becomes a backbone; it comes and goes without being made anew', async ({
  page,
}) => {
  const [path = ''] = await onDisk({ 'small.onnx': clsVit() });
  await openPage(page);
  await untilRunning(page);
  await addPhotos(page);

  await test.step('it is recognised without a question', async () => {
    const dragged = await drag(page, page.locator('main'), [path]);
    await expect(page.getByText('an .onnx file is opened as a backbone')).toBeVisible();
    await dragged.drop();
    await expect(dialog(page)).toContainText('160 × 160 pixels', { timeout: 60_000 });
    await expect(dialog(page)).toContainText('10 × 10 = 100 tokens, each of 24 numbers');
    await expect(dialog(page).getByText('[CLS]', { exact: true })).toBeVisible();
  });

  await test.step('its tokens show as colours, for whatever pixels it is given', async () => {
    const picture = dialog(page).getByRole('img', { name: 'Its tokens as colours' });
    await expect.poll(() => colours(picture)).toBeGreaterThan(5);
    await dialog(page).getByRole('radio', { name: '0.5 / 0.5' }).click();
    await expect(dialog(page).getByRole('button', { name: 'Use this model' })).toBeEnabled();
    await expect.poll(() => colours(picture)).toBeGreaterThan(5);
  });

  await test.step('taken, it makes the tokens of the images that are there', async () => {
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Small');
    await dialog(page).getByRole('button', { name: 'Use this model' }).click();
    await untilInUse(page, 'Small');
    await expect(keptNames(page).filter({ hasText: 'Small' })).toHaveCount(1);
    await closeBackbones(page);
    await untilExtracted(page, 12);
  });

  await test.step('probes with and without [CLS] train on it', async () => {
    await trainWith(page, () => page.getByRole('radio', { name: 'Linear' }).click());
    await trainWith(page, () => page.getByRole('radio', { name: 'EP', exact: true }).click());
    await trainWith(page, async () => {
      await page.getByRole('button', { name: /^Other probes/ }).click();
      await page.getByRole('menuitemradio', { name: /^EP \+ \[CLS\]/ }).click();
    });
  });

  await test.step('back to the bundled one: tokens are there already', async () => {
    await openBackbones(page);
    await use(page, 'Hiera-T');
    await untilInUse(page, 'Hiera-T');
    await closeBackbones(page);
    await expect(page.getByText(/^12 images.*of 12 kept from before/)).toBeVisible();
  });

  await test.step('and again: so is the head that was trained on it', async () => {
    await openBackbones(page);
    await use(page, 'Small');
    await untilInUse(page, 'Small');
    await closeBackbones(page);
    await untilTrained(page);
    await expect(trainButton(page)).toBeEnabled();
  });

  await test.step('after a reload it is still in use, and its tokens and head are there', async () => {
    await page.reload();
    await untilExtracted(page, 12);
    await untilTrained(page);
    await expect(page.getByRole('banner')).toContainText('Small');
    await expect(trainButton(page)).toBeEnabled();
  });
});

test('weights in a file beside the model come along, and a model alone says what it lacks', async ({
  page,
}) => {
  const [graph = '', weights = ''] = await onDisk({
    'vit.onnx': leastVit({ location: 'vit.onnx_data' }),
    'vit.onnx_data': projectionFile(),
  });
  await openPage(page);
  await untilRunning(page);
  await (await drag(page, page.locator('main'), [graph])).drop();
  await expect(dialog(page).getByRole('alert')).toContainText('vit.onnx_data');
  await (await drag(page, dialog(page), [graph, weights])).drop();
  await expect(dialog(page)).toContainText('14 × 14 = 196 tokens, each of 8 numbers', {
    timeout: 60_000,
  });
  await expect(dialog(page)).toContainText('There is no image yet');
  await dialog(page).getByRole('button', { name: 'Use this model' }).click();
  await untilInUse(page, 'vit');
});

test('tokens are seen before any training, and a patch shows which others are like it', async ({
  page,
}) => {
  await openPage(page);
  await addPhotos(page);
  await page.getByRole('radio', { name: 'Tokens' }).click();
  const tokens = page.getByRole('img', { name: /^The tokens of .* as colours$/ });
  await expect(tokens).toBeVisible();
  await expect.poll(() => colours(tokens)).toBeGreaterThan(5);
  await expect(page.getByText(/of what varies in the tokens of 12 images/)).toBeVisible();

  const patches = page.getByRole('group', { name: /^Patches of / });
  await patches.focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByText(/^Row 8, column 8: most like row \d+, column \d+, cosine/),
  ).toBeVisible();
  const figure = page.getByRole('img', { name: /^Similarity to one patch on / });
  await expect(figure).toBeVisible();
  const outline = await patches.locator('.map__patch').boundingBox();
  const box = await figure.boundingBox();
  expect((outline?.x ?? 0) - (box?.x ?? 0)).toBeCloseTo((7 / 14) * (box?.width ?? 0), -0.5);
  expect((outline?.y ?? 0) - (box?.y ?? 0)).toBeCloseTo((7 / 14) * (box?.height ?? 0), -0.5);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^Row 8, column 8, and row 9, column 8 here: cosine/)).toBeVisible();

  await test.step('a patch that is held is compared with those of another image', async () => {
    await page.getByRole('button', { name: 'Next image' }).click();
    await expect(page.getByText(/^Row 8, column 8 of .*: most like row/)).toBeVisible();
    await page.getByRole('button', { name: 'Let go of the patch' }).click();
    await expect(page.getByText('Point at a patch to see')).toBeVisible();
  });
});
