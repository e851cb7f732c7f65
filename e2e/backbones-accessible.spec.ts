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

const WIDE = { width: 1440, height: 900 };

/** Checks what is on show on a phone, then on a wide screen, which stays. */
async function check(page: Page): Promise<void> {
  const inDialog = await dialog(page).isVisible();
  for (const size of [{ width: 390, height: 844 }, WIDE]) {
    await page.setViewportSize(size);
    if (size !== WIDE && !inDialog) await page.getByRole('tab', { name: 'Sees' }).click();
    await checkBothThemes(page);
    if (inDialog) await fits(page);
  }
}

test('backbones are accessible on a phone and a wide screen, from the list to a model in use', async ({
  page,
}) => {
  await openPage(page);
  await addPhotos(page, ['cat', 'dog'], 3);

  await page.getByRole('radio', { name: 'Tokens' }).click();
  await expect(page.getByText(/of what varies in the tokens of 6 images/)).toBeVisible();
  await check(page);
  await page.getByRole('group', { name: /^Patches of / }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Let go of the patch' })).toBeVisible();
  await check(page);

  await page.getByRole('radio', { name: 'Comparison' }).click();
  await page.getByRole('radio', { name: 'Backbones' }).click();
  await check(page);

  await openBackbones(page);
  await check(page);
  await choose(page, 'pooled.onnx', hostileModels.pooledOnly());
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await check(page);
  await dialog(page).getByRole('button', { name: 'Back to all backbones' }).click();

  await choose(page, 'several.onnx', unusualModels.severalOutputs());
  await expect(dialog(page)).toContainText('Which output of several.onnx holds its tokens?');
  await check(page);
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
  await check(page);
  await dialog(page).getByRole('button', { name: 'Use this model' }).click();
  await untilInUse(page, 'small');
  await check(page);
  await closeBackbones(page);
});
