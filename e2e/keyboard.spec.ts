import { expect, type Locator, type Page, test } from '@playwright/test';
import { untilMapsShow } from './maps';
import {
  allImages,
  classNamed,
  image,
  openPage,
  title,
  trainButton,
  untilExtracted,
  untilTrained,
} from './person';

/** Goes on with Tab until `goal` has the focus. */
const tabTo = (page: Page, goal: Locator) => pressUntilFocused(page, 'Tab', goal);

/** Goes back with Shift and Tab until `goal` has the focus. */
const tabBackTo = (page: Page, goal: Locator) => pressUntilFocused(page, 'Shift+Tab', goal);

/** Goes down in the menu that is open until `goal` has the focus. */
async function arrowTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  await expect(page.getByRole('menu').last().locator(':focus')).toBeVisible();
  const element = await goal.elementHandle();
  for (let presses = 0; presses < 20; presses++) {
    if (await element?.evaluate((one) => one === document.activeElement)) break;
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('ArrowDown');
    // The focus follows a moment later, and ends at the last item: a key pressed too soon passes by.
    await page.waitForFunction((one) => document.activeElement !== one, before);
  }
  await expect(goal).toBeFocused();
}

async function pressUntilFocused(page: Page, key: string, goal: Locator): Promise<void> {
  // Found once: to look for roles and names again after each key takes most of a journey's time.
  const element = await goal.elementHandle();
  for (let presses = 0; presses < 80; presses++) {
    if (await element?.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press(key);
  }
  await expect(goal).toBeFocused();
}

test('with the keyboard alone: from the empty page to maps, walking and sorting images', async ({
  page,
}) => {
  await openPage(page);
  await tabTo(page, page.getByRole('button', { name: 'Try the samples' }));
  await page.keyboard.press('Enter');
  await untilExtracted(page, 48);

  await tabTo(page, page.getByRole('slider', { name: 'Queries' }));
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, trainButton(page));
  await page.keyboard.press('Enter');
  await untilTrained(page);
  const [first = '', second = '', ...others] = await allImages(page);
  await untilMapsShow(page, first, 6);

  await test.step('walk through the images', async () => {
    await tabBackTo(page, page.getByRole('listbox', { name: 'All images' }));
    await page.keyboard.press('ArrowRight');
    await untilMapsShow(page, second, 6);
    await page.keyboard.press('ArrowLeft');
    await expect(title(page, first)).toBeVisible();
  });

  await test.step('walk over the patches', async () => {
    await tabBackTo(page, page.getByRole('group', { name: `Patches of ${first}` }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(/on row 8, column 8: most from query \d/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/on row 8, column 9: most from query \d/)).toBeVisible();
  });

  await test.step('move an image to another class', async () => {
    await tabBackTo(page, image(classNamed(page, 'animal faces'), first));
    await page.keyboard.press('Shift+F10');
    await arrowTo(page, page.getByRole('menuitem', { name: 'Move to …' }));
    await page.keyboard.press('ArrowRight');
    await arrowTo(page, page.getByRole('menuitem', { name: 'fruit' }));
    await page.keyboard.press('Enter');
    await expect(image(classNamed(page, 'fruit'), first)).toBeVisible();
    await expect(page.getByText('Images have changed since: train again.')).toBeVisible();
  });

  await test.step('rename a class, delete an image and undo', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Rename birds' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('fowl');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Rename fowl' })).toBeFocused();
    const doomed = others.at(-1) ?? '';
    await tabTo(page, page.getByRole('listbox', { name: 'All images' }));
    for (let at = 0; at < 48; at++) await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByRole('region', { name: 'fruit' }).locator('[aria-current]'));
    await page.keyboard.press('Delete');
    await expect(page.getByRole('log')).toContainText('The image was deleted.');
    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    expect(await allImages(page)).toContain(doomed);
    expect(await allImages(page)).toHaveLength(48);
  });
});
