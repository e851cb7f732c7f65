import { expect, type Page, test } from '@playwright/test';
import {
  closeBackbones,
  dialog,
  entry,
  keptNames,
  openBackbones,
  untilInUse,
  use,
} from './backbones-dialog';
import { clsVit } from './fixtures/cls-vit';
import { type Hub, type HubMode, startHub } from './fixtures/hub';
import { openPage, untilRunning } from './person';
import { HUB_ORIGIN, HUB_PORT, PAGE_PORT } from './ports';

const LABEL = 'DINOv2-S';
/** Its 4-bit file, the smallest of the catalogue. */
const FILE = 'Xenova/dinov2-small/resolve/main/onnx/model_q4.onnx';
/** As many bytes as the catalogue promises, in a model of the promised shape. */
const MODEL = clsVit({ grid: 16, patch: 14, width: 384, padding: 15_900_000 });
const ANOTHER = clsVit({ grid: 16, patch: 14, width: 384, seed: 8, padding: 15_900_000 });

// One after another: each starts a hub at the address that the page has been built for.
test.describe.configure({ mode: 'default' });

let hub: Hub;

test.beforeEach(async ({ page }) => {
  hub = await startHub(new Map([[FILE, MODEL]]), { port: HUB_PORT });
  await openPage(page);
  await untilRunning(page);
  await openBackbones(page);
  await expect(dialog(page)).toContainText(`A download comes from ${new URL(HUB_ORIGIN).host}`);
  await entry(page, LABEL)
    .getByRole('radio', { name: /^4-bit/ })
    .click();
});

test.afterEach(() => hub.close());

const failure = (page: Page) => dialog(page).getByRole('alert');
const nothingKept = (page: Page) =>
  expect(dialog(page).getByRole('region', { name: 'Kept in this browser' })).toContainText(
    'Nothing yet',
  );

test('a download shows how far it is, can be cancelled, and survives a reload', async ({
  page,
}) => {
  await test.step('bytes, speed and time left, in the dialog and outside', async () => {
    hub.answer(FILE, 'slow');
    await use(page, LABEL);
    await expect(dialog(page)).toContainText(
      /Downloading DINOv2-S \d+\.\d of \d+\.\d MB, \d+\.\d MB\/s, .* left/,
    );
    await closeBackbones(page);
    const line = page.getByRole('button', { name: /^Downloading DINOv2-S/ });
    await expect(line).toBeVisible();
    await line.click();
    await expect(entry(page, LABEL).getByRole('radio', { name: /^4-bit/ })).toBeChecked();
    await expect(entry(page, LABEL)).toContainText('On its way');
  });
  await test.step('cancelled, nothing of it is there', async () => {
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(entry(page, LABEL)).toContainText('to download');
    await nothingKept(page);
  });
  await test.step('asked again, it comes and is kept', async () => {
    hub.answer(FILE, 'redirect');
    await entry(page, LABEL)
      .getByRole('radio', { name: /^4-bit/ })
      .click();
    await use(page, LABEL);
    await untilInUse(page, LABEL);
    await expect(keptNames(page).filter({ hasText: LABEL })).toHaveCount(1);
  });
  await test.step('after a reload it is in use, from this browser', async () => {
    const before = hub.requests.length;
    hub.answer(FILE, 'offline');
    await page.reload();
    await expect(page.getByRole('banner')).toContainText(LABEL);
    await untilRunning(page);
    expect(hub.requests.length).toBe(before);
  });
  expect(hub.requests.every(({ method, range }) => method === 'GET' && !range)).toBe(true);
  expect(hub.requests.map(({ referer }) => referer)).not.toContain(
    `http://localhost:${PAGE_PORT}/`,
  );
});

const FAILURES: readonly (readonly [mode: HubMode, says: RegExp])[] = [
  ['break-at-half', /connection broke after .* of .* asking again starts from the beginning/],
  ['break-unannounced', /connection broke after/],
  ['not-found', /was not found .*404/],
  ['gated', /given only to people whom .* knows .*403/],
  ['failing', /answered 503/],
  ['html', /sent a web page/],
  ['offline', /did not answer/],
];

test('each way to fail ends in a sentence, and none leaves a half file', async ({ page }) => {
  for (const [mode, says] of FAILURES) {
    await test.step(mode, async () => {
      hub.answer(FILE, mode);
      const again = dialog(page).getByRole('button', { name: 'Ask again' });
      if (await again.isVisible()) await again.click();
      else await use(page, LABEL);
      await expect(failure(page)).toContainText(says, { timeout: 30_000 });
      await nothingKept(page);
      await expect(entry(page, 'Hiera-T')).toContainText('In use');
    });
  }
  await test.step('and then it comes after all, even with no length announced', async () => {
    hub.answer(FILE, 'no-length');
    await dialog(page).getByRole('button', { name: 'Ask again' }).click();
    await untilInUse(page, LABEL);
    await expect(failure(page)).toBeHidden();
  });
});

test('a file that is not the one of the first time is not used unless the person says so', async ({
  page,
}) => {
  await use(page, LABEL);
  await untilInUse(page, LABEL);
  await use(page, 'Hiera-T');
  await untilInUse(page, 'Hiera-T');
  await dialog(page)
    .getByRole('button', { name: `Delete ${LABEL}` })
    .click();
  await nothingKept(page);

  hub.put(FILE, ANOTHER);
  await entry(page, LABEL)
    .getByRole('radio', { name: /^4-bit/ })
    .click();
  await use(page, LABEL);
  await expect(failure(page)).toContainText('SHA-256 differs', { timeout: 30_000 });
  await nothingKept(page);
  await expect(dialog(page).getByRole('button', { name: 'Ask again' })).toBeHidden();
  await dialog(page).getByRole('button', { name: 'Use the changed file' }).click();
  await untilInUse(page, LABEL);
});

test('on a full disk a model runs from memory, and the page says so', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: `http://localhost:${PAGE_PORT}`,
    quotaSize: 2_000_000,
  });
  await use(page, LABEL);
  await untilInUse(page, LABEL);
  await expect(dialog(page)).toContainText(/there is no room to keep it: after a reload/);
  await expect(keptNames(page).filter({ hasText: LABEL })).toHaveCount(0);
});

test('a model that the catalogue does not have, by its id', async ({ page }) => {
  hub.put('somebody/small/resolve/main/onnx/model.onnx', clsVit());
  const field = dialog(page).getByRole('textbox', { name: 'Hub id or address' });
  const add = dialog(page).getByRole('button', { name: 'Add', exact: true });
  await test.step('what is no id says so', async () => {
    await field.fill('just words');
    await add.click();
    await expect(failure(page)).toContainText('no hub id');
    await dialog(page).getByRole('button', { name: 'Back to all backbones' }).click();
  });
  await test.step('one that is missing says so', async () => {
    await field.fill('somebody/missing');
    await add.click();
    await expect(failure(page)).toContainText('404');
    await dialog(page).getByRole('button', { name: 'Back to all backbones' }).click();
  });
  await field.fill('somebody/small');
  await add.click();
  await expect(dialog(page)).toContainText('10 × 10 = 100 tokens', { timeout: 60_000 });
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Somebody’s');
  await dialog(page).getByRole('button', { name: 'Use this model' }).click();
  await untilInUse(page, 'Somebody’s');
});
