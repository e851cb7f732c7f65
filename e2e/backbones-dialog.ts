import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in the dialog of backbones. */

export function dialog(page: Page): Locator {
  return page.getByRole('dialog', { name: /^(Backbones|Your own backbone)$/ });
}

/** Opens it from the page's header. */
export async function openBackbones(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /WebAssembly|WebGPU/ })
    .click();
  await page.getByRole('menuitem', { name: /^Backbone…/ }).click();
  await expect(dialog(page)).toBeVisible();
}

export async function closeBackbones(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
}

export function entry(page: Page, label: string): Locator {
  return dialog(page).getByRole('listitem', { name: label, exact: true });
}

/** Presses the button that takes a backbone into use, and downloads it first where it must. */
export async function use(page: Page, label: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: new RegExp(`^(Use|Download and use) ${label}$`) })
    .click();
}

/** Waits until a backbone is in use, as its entry says. */
export async function untilInUse(page: Page, label: string): Promise<void> {
  await expect(entry(page, label)).toContainText('In use', { timeout: 60_000 });
}

/** What is kept in the browser, as a list of names. */
export function keptNames(page: Page): Locator {
  return dialog(page).getByRole('region', { name: 'Kept in this browser' }).getByRole('listitem');
}
