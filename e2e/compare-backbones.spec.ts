import { expect, test } from '@playwright/test';
import { closeBackbones, dialog, openBackbones, untilInUse, use } from './backbones-dialog';
import { clsVit } from './fixtures/cls-vit';
import { makePhotos } from './fixtures/photos';
import { addImages, addPhotos, openPage, untilExtracted, untilRunning } from './person';

test('the same probes on two backbones: a chart, a table, and the one of before comes back', async ({
  page,
}) => {
  await openPage(page);
  await untilRunning(page);
  await addPhotos(page);

  await openBackbones(page);
  const choosing = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({
    name: 'Small.onnx',
    mimeType: 'application/octet-stream',
    buffer: clsVit(),
  });
  await dialog(page).getByRole('button', { name: 'Use this model' }).click({ timeout: 60_000 });
  await untilInUse(page, 'Small');
  await use(page, 'Hiera-T');
  await untilInUse(page, 'Hiera-T');
  await closeBackbones(page);
  await untilExtracted(page, 12);

  await page.getByRole('radio', { name: 'Comparison' }).click();
  await page.getByRole('radio', { name: 'Backbones' }).click();
  const panel = page.getByRole('region', { name: 'Comparison' });
  await expect(panel.getByRole('checkbox', { name: 'Hiera-T', exact: true })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: 'Small' })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: 'DINOv2-S', exact: true })).not.toBeChecked();
  await panel.getByRole('checkbox', { name: 'Hiera-T at 448 pixels' }).uncheck();
  await expect(panel).toContainText('on 2 backbones, one after another. Nothing to download.');
  await panel.getByRole('button', { name: 'Compare backbones' }).click();
  await expect(panel.getByRole('progressbar', { name: 'Comparison of backbones' })).toBeVisible();

  const table = panel.getByRole('table', { name: 'Results per backbone' });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await test.step('cancelled, what is finished stays, and it goes on where it was', async () => {
    await expect(row('Hiera-T')).toContainText(/\d+\.\d %/, { timeout: 90_000 });
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel).toContainText(/Stopped: \d of 2 backbones are through/);
    await panel.getByRole('button', { name: 'Resume' }).click();
  });
  await expect(panel.getByRole('progressbar', { name: 'Comparison of backbones' })).toBeHidden({
    timeout: 90_000,
  });
  for (const name of ['Hiera-T', 'Small']) {
    await expect(
      row(name)
        .getByRole('cell')
        .filter({ hasText: /\d+ of 12/ }),
    ).toHaveCount(3);
  }
  await expect(row('Hiera-T')).toContainText('GAP, ');
  await expect(row('Small')).not.toContainText('GAP');
  await expect(panel.getByRole('img', { name: /Hiera-T: k-NN .* Small: k-NN/ })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Hiera-T');

  await test.step('numbers say when the images are others', async () => {
    const more = await makePhotos({ classes: ['dog'], perClass: 1, size: 240, seed: 6 });
    await addImages(page, more, { to: 'dogs' });
    await expect(row('Small')).toContainText('images have changed since');
  });
});
