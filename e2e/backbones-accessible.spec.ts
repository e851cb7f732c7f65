import { expect, type Page, test } from '@playwright/test';
import { checkBothThemes } from './axe';
import { closeBackbones, dialog, openBackbones, untilInUse } from './backbones-dialog';
import { clsVit } from './fixtures/cls-vit';
import { hostileModels, unusualModels } from './fixtures/hostile-models';
import { addPhotos, openPage } from './person';

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
}

/** Nothing in the dialog reaches past its edge, so that nothing has to be scrolled sideways. */
async function fits(page: Page): Promise<void> {
  const beyond = await dialog(page).evaluate((root) =>
    [...root.querySelectorAll('*')]
      .filter((part) => part.closest('.command__line, .visually-hidden') === null)
      .filter((part) => part.getBoundingClientRect().right > root.getBoundingClientRect().right + 1)
      .map((part) => part.className),
  );
  expect(beyond).toEqual([]);
}

for (const [name, viewport, phone] of [
  ['on a wide screen', { width: 1440, height: 900 }, false],
  ['at 390 pixels', { width: 390, height: 844 }, true],
] as const) {
  test(`backbones are accessible ${name}, from the list to a model in use`, async ({ page }) => {
    const go = async (place: string) => {
      if (phone) await page.getByRole('tab', { name: place }).click();
    };
    const check = async () => {
      await checkBothThemes(page);
      if (await dialog(page).isVisible()) await fits(page);
    };
    await page.setViewportSize(viewport);
    await openPage(page);
    await go('Images');
    await addPhotos(page, ['cat', 'dog'], 3);

    await go('Sees');
    await page.getByRole('radio', { name: 'Tokens' }).click();
    await expect(page.getByText(/of what varies in the tokens of 6 images/)).toBeVisible();
    await check();
    await page.getByRole('group', { name: /^Patches of / }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Let go of the patch' })).toBeVisible();
    await check();

    await page.getByRole('radio', { name: 'Comparison' }).click();
    await page.getByRole('radio', { name: 'Backbones' }).click();
    await check();

    await openBackbones(page);
    await check();
    await choose(page, 'pooled.onnx', hostileModels.pooledOnly());
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    await check();
    await dialog(page).getByRole('button', { name: 'Back to all backbones' }).click();

    await choose(page, 'several.onnx', unusualModels.severalOutputs());
    await expect(dialog(page)).toContainText('Which output of several.onnx holds its tokens?');
    await check();
    await dialog(page).getByRole('radio', { name: /^late/ }).click();
    await dialog(page).getByRole('button', { name: 'Go on' }).click();
    await expect(dialog(page)).toContainText('late', { timeout: 60_000 });
    await expect(dialog(page).getByRole('button', { name: 'Use this model' })).toBeEnabled({
      timeout: 60_000,
    });
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();

    await choose(page, 'four.onnx', unusualModels.fourPrefixTokens());
    await expect(dialog(page)).toContainText('puts 4 tokens before its patches', {
      timeout: 60_000,
    });
    await dialog(page).getByRole('radio', { name: /^No/ }).click();
    await dialog(page).getByRole('button', { name: 'Go on' }).click();
    await expect(dialog(page).getByText('no [CLS], 4 registers')).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();

    await choose(page, 'small.onnx', clsVit());
    await expect(dialog(page).getByRole('button', { name: 'Use this model' })).toBeEnabled({
      timeout: 60_000,
    });
    await check();
    await dialog(page).getByRole('button', { name: 'Use this model' }).click();
    await untilInUse(page, 'small');
    await check();
    await closeBackbones(page);
  });
}
