import { expect, type Page, test } from '@playwright/test';
import { checkBothThemes } from './axe';
import { listen } from './heard';
import { untilKept } from './kept-files';
import { journeysOnOnePage } from './one-page';
import {
  addClass,
  addPhotos,
  classNamed,
  image,
  images,
  messages,
  newProject,
  openPage,
  untilExtracted,
} from './person';
import { PAGE_PORT } from './ports';

const menu = (page: Page) => page.getByRole('button', { name: /^Project: / });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'All projects' });
const row = (page: Page, name: string) =>
  dialog(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Open ${name}`, exact: true }) });

async function choose(page: Page, item: string): Promise<void> {
  await menu(page).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test.describe('on one page', () => {
  const test = journeysOnOnePage(openPage);

  test('projects: named, listed with a picture, left, gone back to, duplicated, deleted, brought back', async ({
    page,
  }) => {
    await addPhotos(page);
    await expect(menu(page)).toHaveAccessibleName('Project: Project 1');

    await test.step('rename in the list', async () => {
      await choose(page, 'All projects');
      await expect(row(page, 'Project 1')).toContainText('12 images in 2 classes');
      await expect(row(page, 'Project 1').locator('img')).toBeVisible();
      await dialog(page).getByRole('button', { name: 'Rename Project 1' }).click();
      await page.keyboard.type('Pets');
      await page.keyboard.press('Enter');
      await expect(row(page, 'Pets')).toContainText('open in this tab');
      await expect(dialog(page)).toContainText(/Images of all projects0\.\d+ MB/);
      await checkBothThemes(page);
      await page.keyboard.press('Escape');
      await expect(menu(page)).toHaveAccessibleName('Project: Pets');
    });

    await test.step('a new one, and back by the empty page', async () => {
      await choose(page, 'New project');
      await expect(images(page)).toHaveCount(0);
      await addClass(page, 'trees');
      await page.getByRole('region', { name: 'Go on with' }).getByRole('button').click();
      await expect(images(classNamed(page, 'cats'))).toHaveCount(6);
      await expect(classNamed(page, 'trees')).toHaveCount(0);
      await untilExtracted(page, 12);
    });

    await test.step('duplicated, the copy deleted and brought back', async () => {
      await choose(page, 'Duplicate');
      await choose(page, 'All projects');
      await expect(row(page, 'Pets (copy)')).toContainText('12 images in 2 classes');
      await expect(row(page, 'Project 2')).toContainText('0 images in 1 class');
      await dialog(page).getByRole('button', { name: 'Delete Pets (copy)' }).click();
      await expect(row(page, 'Pets (copy)')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await messages(page).getByRole('button', { name: 'Undo' }).click();
      await choose(page, 'All projects');
      await row(page, 'Pets (copy)').getByRole('button', { name: 'Open Pets (copy)' }).click();
      await expect(images(classNamed(page, 'dogs'))).toHaveCount(6);
      await expect(menu(page)).toHaveAccessibleName('Project: Pets (copy)');
    });

    await test.step('what was open last opens next time', async () => {
      await page.reload();
      await expect(images(classNamed(page, 'dogs'))).toHaveCount(6);
      await expect(menu(page)).toHaveAccessibleName('Project: Pets (copy)');
    });
  });

  test('every edit is undone and made again with the keyboard', async ({ page }) => {
    await newProject(page);
    await addPhotos(page, ['cat', 'dog'], 3);
    await image(page, 'cat-01.jpg').click();
    // A key that is held.
    for (let times = 0; times < 3; times++) await page.keyboard.press('Delete');
    await expect(images(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Rename dogs' }).click();
    await page.keyboard.type('hounds');
    // What is typed is undone by the browser.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await expect(images(page)).toHaveCount(3);

    for (let times = 0; times < 3; times++) await page.keyboard.press('Control+z');
    await expect(images(classNamed(page, 'cats'))).toHaveCount(3);
    await page.keyboard.press('Control+Shift+z');
    await expect(images(page)).toHaveCount(5);
    await menu(page).click();
    await expect(page.getByRole('menuitem', { name: 'Undo: deleting an image' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Redo: deleting an image' }).click();
    await expect(images(page)).toHaveCount(4);
    for (let times = 0; times < 2; times++) await page.keyboard.press('Control+z');
    await untilExtracted(page, 6);
  });
});

for (const how of ['by locks', 'by asking, as on plain HTTP'] as const) {
  test(`a project that another tab has open is taken over ${how}, and nothing of either is lost`, async ({
    page,
    context,
  }) => {
    if (how !== 'by locks') {
      await context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }),
      );
    }
    await openPage(page);
    await addPhotos(page, ['cat', 'dog'], 2);
    const other = await context.newPage();
    await openPage(other);
    await expect(messages(other)).toContainText('"Project 1" is open in another tab.');
    await messages(other).getByRole('button', { name: 'Open it here' }).click();
    await expect(images(other)).toHaveCount(4);
    await expect(messages(page)).toContainText('This project was opened in another tab.');

    await addClass(other, 'trees');
    await page.getByRole('button', { name: 'Rename cats' }).click();
    await page.keyboard.type('felines');
    await page.keyboard.press('Enter');
    await expect(menu(page)).toHaveAccessibleName('Project: Copy');
    // A second is what may be lost.
    await page.waitForTimeout(1000);
    await page.reload();
    await other.reload();
    await expect(images(classNamed(page, 'felines'))).toHaveCount(2);
    await expect(classNamed(page, 'trees')).toHaveCount(0);
    await expect(images(classNamed(other, 'cats'))).toHaveCount(2);
    await expect(classNamed(other, 'trees')).toBeVisible();
  });
}

test('a tab that slept while its project was taken hears of it; one that was left comes back', async ({
  page,
  context,
}) => {
  await openPage(page);
  await addPhotos(page, ['cat', 'dog'], 2);
  await test.step('left, and back', async () => {
    await page.goto('about:blank');
    await page.goBack();
    await expect(images(page)).toHaveCount(4);
    await addClass(page, 'trees');
  });
  await test.step('frozen, and woken', async () => {
    const cdp = await context.newCDPSession(page);
    await page.waitForTimeout(500);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    const other = await context.newPage();
    await openPage(other);
    await messages(other).getByRole('button', { name: 'Open it here' }).click();
    await expect(images(other)).toHaveCount(4);
    await expect(classNamed(other, 'trees')).toBeVisible();
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await expect(messages(page)).toContainText('This project was opened in another tab.');
  });
});

test('a full disk, and storage that is cleared under the page: what is here is kept when it can be', async ({
  page,
}) => {
  const heard = await listen(page);
  const cdp = await page.context().newCDPSession(page);
  const origin = `http://localhost:${PAGE_PORT}`;

  await test.step('the disk is full', async () => {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await openPage(page);
    await addPhotos(page, ['cat', 'dog', 'tree'], 2);
    await expect
      .poll(heard)
      .toContainEqual(expect.stringContaining('The disk is full, so what you do from now on'));
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    // It is tried again by itself; the browser takes a while to notice, too.
    await untilKept(page, 6);
  });

  await test.step('the person clears the site’s data', async () => {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('probe-playground').onsuccess = resolve;
        }),
    );
    await addClass(page, 'lamps');
    await untilKept(page, 6);
    await page.reload();
    await expect(images(classNamed(page, 'cats'))).toHaveCount(2);
    await expect(classNamed(page, 'lamps')).toBeVisible();
    await expect(images(page)).toHaveCount(6);
  });
});
