import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { checkBothThemes } from './axe';
import { makePhotos } from './fixtures/photos';
import { untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import {
  addClass,
  addImages,
  addPhotos,
  allImages,
  chooseProbe,
  newProject,
  openPage,
  train,
  trainButton,
  untilExtracted,
  untilTrained,
} from './person';

const comparison = (page: Page) => page.getByRole('region', { name: 'Comparison' });
const table = (page: Page) => page.getByRole('table', { name: 'Results of the comparison' });
const rowOf = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ hasText: new RegExp(`^${name}`) });

/** Opens the comparison and leaves only these ticked, beside the floors. */
async function compare(page: Page, ...probes: string[]): Promise<void> {
  await tick(page, ...probes);
  await start(page);
}

async function tick(page: Page, ...probes: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  // Under the results of an earlier comparison the choice is folded.
  if (await table(page).isVisible()) await page.getByText('What to compare').click();
  await page.getByRole('button', { name: 'None', exact: true }).click();
  for (const name of probes) {
    await page.getByRole('checkbox', { name, exact: true }).check();
  }
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start comparison' }).click();
  await expect(comparison(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
}

async function untilCompared(page: Page): Promise<void> {
  const unfinished = comparison(page).getByRole('button', { name: /^(Cancel|Resume)$/ });
  await unfinished.waitFor({ state: 'detached', timeout: 110_000 });
  await expect(table(page)).toBeVisible();
}

declare global {
  interface Window {
    tasks: number[];
  }
}

/** The longest task that keeps the page from answering, in milliseconds, from now on. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.tasks = [0];
    new PerformanceObserver((list) => {
      window.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => Math.max(...window.tasks));
}

const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page, ['cat', 'dog'], 10);
});

test('probes are compared, cancelled, resumed; the table sorts, leaves the page, opens heads', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await compare(page, 'EP, 4 queries', 'EP, 8 queries', 'AIM');
  await expect(page.getByText(/^\d+ \/ 25 folds/)).toBeVisible();
  await expect(trainButton(page)).toBeDisabled();
  await expect(page.getByText(/^([2-9]|1\d) \/ 25 folds/)).toBeVisible({ timeout: 60_000 });
  await comparison(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(comparison(page).getByRole('button', { name: 'Resume' })).toBeVisible();
  // The floors come first, and what is finished stays.
  await expect(rowOf(page, 'GAP')).toContainText('%');
  await expect(trainButton(page)).toBeEnabled();

  await comparison(page).getByRole('button', { name: 'Resume' }).click();
  await expect(comparison(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
  const longestTask = await watchTasks(page);
  // Looking for roles and names again and again would itself keep the page busy.
  await page.waitForFunction(
    () => !document.querySelector('[aria-label=Comparison]')?.textContent?.includes('Cancel'),
    null,
    { polling: 500, timeout: 110_000 },
  );
  test.info().annotations.push({
    type: 'longest main-thread task',
    description: `${Math.round(await longestTask())} ms`,
  });
  await untilCompared(page);
  for (const name of ['EP, 4 queries', 'EP, 8 queries', 'AIM', 'GAP', 'k-NN']) {
    await expect(rowOf(page, name)).toContainText(/\d+\.\d % .*of 20/);
  }
  // The sentence is about these probes and these images, whatever it comes to.
  await expect(comparison(page)).toContainText(/EP with (4|8) queries/);
  await expect(comparison(page)).toContainText('mean pooling');

  const parameters = table(page).getByRole('button', { name: 'Parameters' });
  await parameters.click();
  await expect(table(page).getByRole('columnheader', { name: 'Parameters' })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(6);
  expect(csv).toMatch(/^"?AIM"?,\d+/m);

  await table(page).getByRole('button', { name: 'AIM' }).click();
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 16);
  await expect(page.getByText(/of 50.*the last/)).toBeVisible();
});

test('what each probe chose can be read; the comparison is accessible and fits a phone', async ({
  page,
}) => {
  await compare(page, 'EP, 2 queries');
  await untilCompared(page);
  await expect(comparison(page)).toContainText('chosen in every fold by its training images alone');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: 'Sees' }).click();
  const chose = rowOf(page, 'GAP').getByRole('button', { name: /^Chose/ });
  await expect(chose).toHaveAttribute('aria-expanded', 'false');
  await chose.press('Enter');
  await expect(chose).toHaveAttribute('aria-expanded', 'true');
  const all = table(page).getByRole('cell', { name: /^What GAP chose: .* in [1-5] of 5 folds/ });
  await expect(all.getByText(/inner images right/)).toBeInViewport();
  await expect(chose).toBeFocused();
  await expect(rowOf(page, 'k-NN')).toContainText(/k = \d+/);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await checkBothThemes(page);
});

test('the same recipe for all: nothing is chosen but by k-NN, and the page says so', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await tick(page, 'EP, 2 queries');
  await page.getByRole('radio', { name: 'Same recipe for all' }).click();
  await start(page);
  await untilCompared(page);
  await expect(comparison(page)).toContainText('The same recipe for all.');
  await expect(comparison(page)).not.toContainText('by its training images alone');
  await expect(rowOf(page, 'k-NN')).toContainText(/k = \d+/);
  await expect(rowOf(page, 'GAP').getByRole('button', { name: /^Chose/ })).toHaveCount(0);
  await page.getByText('What to compare').click();
  await page.getByRole('radio', { name: 'Chosen for each probe' }).click();
});

test('any probe of the paper trains from the picker, with its own maps', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('radio', { name: 'One image' }).click();
  await chooseProbe(page, 'V-JEPA');
  await train(page);
  await untilTrained(page);
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 16);
});

test('small classes: fewer folds, a class of one left out, and the page says so', async ({
  page,
}) => {
  const photos = await makePhotos({
    classes: ['cat', 'dog', 'tree'],
    perClass: 4,
    size: 160,
    seed: 9,
  });
  await newProject(page);
  for (const [name, from, to] of [
    ['cats', 0, 4],
    ['dogs', 4, 7],
    ['trees', 8, 9],
  ] as const) {
    await addClass(page, name);
    await addImages(page, photos.slice(from, to), { to: name });
  }
  await untilExtracted(page, 8);
  await compare(page, 'EP, 4 queries');
  await untilCompared(page);
  await expect(comparison(page)).toContainText('3 folds instead of 5');
  await expect(comparison(page)).toContainText(/Left out.*trees/);
  await expect(rowOf(page, 'EP, 4 queries')).toContainText('of 7');
  await expect(comparison(page)).toContainText(/too few/i);
});
