import { expect, type Page } from '@playwright/test';
import { checkBothThemes } from './axe';
import { journeysOnOnePage } from './one-page';
import { addPhotos, openPage, trainButton, untilRunning } from './person';

const panel = (page: Page) => page.getByRole('region', { name: 'Comparison' });
const table = (page: Page) =>
  panel(page).getByRole('table', { name: 'Held-out accuracy by training images per class' });
const choose = (page: Page, what: string) =>
  panel(page).getByRole('radio', { name: what, exact: true }).click();

const SENTENCE =
  /With 2( to 4)? images a class EP with \d queries .* With 4, EP gets \d+\s% and mean pooling \d+\s%/;

async function untilMeasured(page: Page): Promise<void> {
  const unfinished = panel(page).getByRole('button', { name: /^(Cancel|Resume)$/ });
  await unfinished.waitFor({ state: 'detached', timeout: 110_000 });
}

/** The numbers of the table, row by row. */
function numbers(page: Page): Promise<string[]> {
  return table(page).getByRole('row').allTextContents();
}

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page, ['cat', 'dog'], 6);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
});

test('how many images: measured at sizes that every class fills, cancelled, resumed, told', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await choose(page, 'How many images');
  await expect(panel(page)).toContainText('How many images do I need?');
  await panel(page).getByRole('checkbox', { name: 'k-NN', exact: true }).check();
  await expect(panel(page)).toContainText(
    '2, 4 images a class × 3 probes × 5 folds = 30 trainings.',
  );
  await expect(panel(page)).toContainText(/the smallest class, cats, leaves 4 images to train on/);
  await panel(page).getByRole('button', { name: 'Measure' }).click();
  const progress = panel(page).getByRole('progressbar', { name: 'Numbers of images' });
  await expect(progress).toBeVisible();
  await expect(trainButton(page)).toBeDisabled();
  await test.step('what is finished stays, and it goes on where it was', async () => {
    await expect(panel(page)).toContainText(/([1-9]|1\d|2\d) \/ 30 trainings/, { timeout: 60_000 });
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(panel(page)).toContainText(/Stopped: [1-9]\d? of 30 trainings are finished/);
    await panel(page).getByRole('button', { name: 'Resume' }).click();
  });
  await untilMeasured(page);
  await expect(table(page).getByRole('columnheader')).toHaveText(['Probe', '2 images', '4 images']);
  for (const name of [/^EP, \d queries/, /^GAP/, /^k-NN/]) {
    const row = table(page).getByRole('row').filter({ hasText: name });
    await expect(row.getByRole('cell').filter({ hasText: /\d+\.\d % ± \d/ })).toHaveCount(2);
  }
  await expect(panel(page).getByText(SENTENCE)).toBeVisible();
  await expect(panel(page)).toContainText('Tested on 12 held-out images');
  await expect(
    panel(page).getByRole('img', { name: /EP, \d queries: 2 images \d+ %, 4 images \d+ %\./ }),
  ).toBeVisible();
  await expect(trainButton(page)).toBeEnabled();
});

test('it is accessible and fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Sees' }).click();
  await expect(panel(page).getByText(SENTENCE)).toBeVisible();
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await checkBothThemes(page);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('it is there after a reload', async ({ page }) => {
  const before = await numbers(page);
  await page.reload();
  await untilRunning(page);
  await expect(panel(page).getByRole('radio', { name: 'How many images' })).toBeChecked();
  await expect(panel(page).getByText(SENTENCE)).toBeVisible();
  expect(await numbers(page)).toEqual(before);
  await expect(panel(page).getByRole('button', { name: 'Resume' })).toBeHidden();
});

test('what was compared leaves the page as a row of the authors’ table', async ({ page }) => {
  test.setTimeout(120_000);
  await choose(page, 'Probes');
  await panel(page).getByRole('button', { name: 'None', exact: true }).click();
  await panel(page).getByRole('checkbox', { name: 'EP, 2 queries', exact: true }).check();
  await panel(page).getByRole('button', { name: 'Start comparison' }).click();
  await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
  await untilMeasured(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel(page).getByRole('button', { name: 'Copy as results.csv row' }).click();
  await expect(panel(page)).toContainText('Copied, with its header.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [header = '', row = '', ...rest] = copied.trim().split(/\r?\n/);
  expect(rest).toEqual([]);
  expect(header).toMatch(/^family,method,arch,.*,lp,lp_gap,ep,ep_queries,ep_variant,.*,ep_head$/);
  // Only the notes have commas, and are quoted.
  const cells = row.replace(/"[^"]*"/g, 'notes').split(',');
  const cell = (column: string) => cells[header.split(',').indexOf(column)];
  const results = panel(page).getByRole('table', { name: 'Results of the comparison' });
  const shown = async (name: string) => {
    const text = await results.getByRole('row').filter({ hasText: name }).textContent();
    return Number(/([\d.]+) %/.exec(text ?? '')?.[1]);
  };
  // The table rounds to one decimal, the row to two.
  for (const [column, name] of [
    ['ep', 'EP, 2 queries'],
    ['lp', 'GAP'],
    ['knn', 'k-NN'],
  ] as const) {
    expect(Math.abs(Number(cell(column)) - (await shown(name)))).toBeLessThan(0.06);
  }
  expect([cell('ep_queries'), cell('ep_variant'), cell('lp_gap')]).toEqual(['2', 'ep', 'yes']);
  expect([cell('arch'), cell('pretrain'), cell('model')]).toEqual(['', '', '']);
});
