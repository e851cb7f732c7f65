import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { closeBackbones, dialog, openBackbones } from './backbones-dialog';
import { drag } from './drop';
import { leastVit, projectionFile } from './fixtures/hostile-models';
import { manyPictures } from './fixtures/many-pictures';
import { journeysOnOnePage } from './one-page';
import {
  addClass,
  addImages,
  addPhotos,
  classNamed,
  image,
  messages,
  openPage,
  train,
  trainButton,
  untilTrained,
} from './person';

const list = (page: Page) => page.getByRole('dialog', { name: 'What became of the files' });

/** Writes files, by path, where a person would drag them from. */
async function onDisk(files: Record<string, Uint8Array | string>): Promise<string> {
  const root = test.info().outputPath('dragged');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(`${root}/${name}`), { recursive: true });
    await writeFile(`${root}/${name}`, content);
  }
  return root;
}

async function drop(page: Page, paths: string[], onto = page.getByRole('banner')): Promise<void> {
  const dragged = await drag(page, onto, paths);
  await dragged.drop();
}

async function chooseForAll(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function dismissAll(page: Page): Promise<void> {
  const dismiss = messages(page).getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** A drag out of another page, as the browser itself reports it; where it would go, it goes. */
async function dragText(page: Page, mimeType: string, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const items = [{ mimeType, data }];
    const drag = { items, files: [], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 20, data: drag });
  }
  await session.detach();
}

/** Buttons, fields and tabs in view of which something else lies over the middle. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const modal = document.querySelector('[role=dialog]');
    const controls = [
      ...(modal ?? document).querySelectorAll<HTMLElement>('button, [role=tab], input, select'),
    ];
    return controls.flatMap((control) => {
      const { left, top, width, height } = control.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!control.checkVisibility() || !at || control.contains(at) || at.contains(control))
        return [];
      // What has been scrolled out of its own column is not in view.
      for (let box = control.parentElement; box; box = box.parentElement) {
        const { top: from, bottom: to, left: first, right: last } = box.getBoundingClientRect();
        const scrolls = getComputedStyle(box).overflow !== 'visible';
        const outside =
          top + height / 2 < from ||
          top + height / 2 > to ||
          left + width / 2 < first ||
          left + width / 2 > last;
        if (scrolls && outside) return [];
      }
      return [`${control.ariaLabel ?? control.textContent} under ${at.outerHTML.slice(0, 80)}`];
    });
  });
}

const journey = journeysOnOnePage(openPage);

journey('every file of a drop is accounted for, in a list that can be copied', async ({ page }) => {
  const [cat, other, third] = await manyPictures('picture', 3, 21);
  if (!cat || !other || !third) throw new Error('Three pictures were asked for.');
  const root = await onDisk({
    'mix/cats/1.png': cat.buffer,
    'mix/cats/again.png': cat.buffer,
    'mix/cats/Thumbs.db': 'x',
    'mix/Cats/IMG_2': other.buffer,
    'mix/IMG_3': third.buffer,
    'mix/notes.txt': 'no picture',
    'mix/vit.onnx': leastVit({ location: 'weights' }),
    'mix/weights': projectionFile(),
    'mix/.git/config': 'x',
  });
  await mkdir(`${root}/mix/empty`);
  await drop(page, [`${root}/mix`]);
  await expect(dialog(page)).toContainText('vit.onnx');
  await closeBackbones(page);
  await expect(messages(page)).toContainText(
    '3 of 10 added · 1 already here · 1 empty folder · 3 passed over · 2 opened as a model.',
  );
  await expect(messages(page)).toContainText('“cats” and “Cats” became one class');
  await messages(page).getByRole('button', { name: 'Show list' }).click();
  const rows = list(page).getByRole('row');
  for (const [name, outcome] of [
    ['mix/cats/again.png', 'already here'],
    ['mix/Cats/IMG_2', 'added to cats'],
    ['mix/IMG_3', 'added to mix'],
    ['mix/notes.txt', 'it lies beside a model'],
    ['mix/weights', 'opened as a model'],
    ['mix/.git', 'its name begins with a dot'],
    ['mix/empty', 'holds no files'],
  ] as const) {
    await expect(rows.filter({ hasText: name })).toContainText(outcome);
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await list(page).getByRole('button', { name: 'Copy list' }).click();
  await expect(list(page)).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(11);
  expect(copied).toContain('mix/cats/1.png\tadded to cats\t');
  await list(page).getByRole('button', { name: 'Close' }).click();
  await dismissAll(page);

  await test.step('the list can be read later', async () => {
    await addImages(page, [{ ...cat, name: 'once more.png' }], { to: 'mix' });
    await expect(messages(page)).toContainText('once more.png Not added: it is already in class');
    await chooseForAll(page, 'What became of files…');
    await expect(list(page).getByRole('row')).toHaveCount(2);
    const which = list(page).getByRole('combobox', { name: 'Which files' });
    await which.selectOption({ index: 1 });
    await expect(list(page).getByRole('row')).toHaveCount(11);
    await page.keyboard.press('Escape');
  });
});

journey('what is no file is told so, and the browser never leaves the page', async ({ page }) => {
  const address = page.url();
  await dragText(page, 'text/uri-list', 'https://example.com/cat.jpg');
  await expect(messages(page)).toContainText('that was an address, and no file');
  await dragText(page, 'text/plain', 'a cat');
  await expect(messages(page)).toContainText('that was text, and no file');
  await dismissAll(page);
  await test.step('a drop on a dialog counts', async () => {
    const [picture] = await manyPictures('late', 1, 22);
    const root = await onDisk({ 'late.png': picture?.buffer ?? '' });
    await openBackbones(page);
    await dragText(page, 'text/uri-list', 'https://example.com/cat.jpg');
    await drop(page, [`${root}/late.png`], dialog(page));
    await closeBackbones(page);
    await expect(image(page, 'late.png')).toBeVisible();
    await expect(messages(page)).toContainText('that was an address, and no file');
  });
  expect(page.url()).toBe(address);
  await dismissAll(page);
});

journey('messages cover nothing, on a wide page and on a phone', async ({ page }) => {
  for (let at = 0; at < 4; at++) await dragText(page, 'text/plain', 'a cat');
  await addClass(page, 'pens');
  await page.getByRole('button', { name: 'Delete class pens' }).click();
  for (const [width, height] of [
    [1440, 900],
    [900, 700],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(messages(page).getByRole('button', { name: 'Undo' })).toHaveCount(1);
    // Between a phone and a wide page it stands in a column that scrolls.
    if (width !== 900) await expect(trainButton(page)).toBeInViewport({ ratio: 1 });
    expect(await covered(page)).toEqual([]);
    if (width > 699) continue;
    for (const place of ['Images', 'Probe', 'Sees']) {
      await page.getByRole('tab', { name: place }).click();
      expect(await covered(page), place).toEqual([]);
    }
  }
  await openBackbones(page);
  expect(await covered(page)).toEqual([]);
  await closeBackbones(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await dismissAll(page);
});

test('a result says when its images are gone', async ({ page }) => {
  await openPage(page);
  await addPhotos(page);
  await train(page);
  await untilTrained(page);
  await page.getByRole('button', { name: 'Delete class dogs' }).click();
  await expect(page.getByText('Images have changed since this run. Add images to')).toBeVisible();
  await chooseForAll(page, 'Remove everything');
  await expect(page.getByText('the 12 images of this run are no longer here')).toBeVisible();
  await expect(classNamed(page, 'cats')).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText('the 12 images of this run are no longer here')).toBeVisible();
});
