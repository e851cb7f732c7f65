import { expect, type Locator, type Page } from '@playwright/test';

export function comparison(page: Page): Locator {
  return page.getByRole('region', { name: 'Comparison' });
}

/** Begins to compare EP with the floors, and comes back in the middle, when its count reads so. */
export async function beginComparison(page: Page, count: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'None', exact: true }).click();
  await page.getByRole('checkbox', { name: 'EP, 8 queries', exact: true }).check();
  await page.getByRole('button', { name: 'Start comparison' }).click();
  await expect(page.getByText(count)).toBeVisible({ timeout: 60_000 });
}
