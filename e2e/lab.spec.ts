import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { LAB_PORT } from './ports';

/** As the files of the lab name them. */
function titles(): string[] {
  const folder = path.join(import.meta.dirname, '../tools/lab/entries');
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^ {4}title: '([^']+)'/gm)].map(
      ([, title = '']) => title,
    ),
  );
}

test('the lab shows every entry, in light and in dark, without a complaint', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`http://localhost:${LAB_PORT}/tools/lab/`);

  // Those of the lab: what it shows has headings of its own.
  const heads = page.getByRole('heading', { level: 3 }).and(page.locator('.lab__title'));
  await expect(heads).toHaveText(titles(), { timeout: 60_000 });
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body).getPropertyValue('background-color'));
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).not.toBe(light);
  await page.getByRole('button', { name: 'light', exact: true }).click();
  expect(await paper()).toBe(light);

  // A chart whose marks have no place would be empty, and complain of nothing.
  const chart = page.locator('#figures-comparison-of-backbones .figure--backbones');
  for (const figure of await chart.all()) {
    await expect(figure.locator('.marks__point').first()).toBeVisible();
  }

  // The last that come: pictures as they are saved.
  const saved = page.locator('.lab__paper');
  await expect(saved.last()).toBeVisible();
  await expect(page.locator('.lab__trouble')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
