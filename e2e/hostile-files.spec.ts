import { expect, test } from '@playwright/test';
import { dialog, entry, openBackbones } from './backbones-dialog';
import { type HostileModel, hostileModels } from './fixtures/hostile-models';
import { openPage, untilRunning } from './person';

/** What the page says of each; those that need minutes or much memory are tried by themselves. */
const SAYS: readonly (readonly [HostileModel, RegExp])[] = [
  ['empty', /is an empty file/],
  ['text', /is no ONNX model/],
  ['webPage', /is a web page/],
  ['truncated', /ends in the middle/],
  ['lyingLength', /is damaged/],
  ['pooledOnly', /one vector for the whole image.*openai\/clip-vit/],
  ['noTokens', /no patch tokens/],
  ['twoInputs', /wants input_ids beside the image/],
  ['hugeInput', /1000000 × 1000000 pixels/],
  ['unknownOperator', /operator com\.acme:Conjure/],
  ['oddCount', /no square grid/],
];

test('files that are no models, and models that can’t serve: each is told, and the page goes on', async ({
  page,
}) => {
  await openPage(page);
  await untilRunning(page);
  await openBackbones(page);
  for (const [which, says] of SAYS) {
    await test.step(which, async () => {
      const choosing = page.waitForEvent('filechooser');
      await dialog(page).getByRole('button', { name: 'Choose files' }).click();
      await (await choosing).setFiles({
        name: `${which}.onnx`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(hostileModels[which]()),
      });
      const said = dialog(page).locator('.opened');
      await expect(said).toContainText(says, { timeout: 60_000 });
      await expect(said).toContainText(`${which}.onnx`);
      await dialog(page).getByRole('button', { name: 'Back to all backbones' }).click();
      await expect(entry(page, 'Hiera-T')).toContainText('In use');
    });
  }
  await page.keyboard.press('Escape');
  await untilRunning(page);
});

test('a command that would help can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await openBackbones(page);
  const choosing = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({
    name: 'clip.onnx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(hostileModels.pooledOnly()),
  });
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page)).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^python tools\/export_backbone\.py transformers:openai\/clip-vit-base-patch16 --out \S+$/,
  );
});
