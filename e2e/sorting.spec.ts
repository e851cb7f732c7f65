import { expect, type Page, test } from '@playwright/test';
import { makePhotos } from './fixtures/photos';
import {
  addClass,
  addImages,
  chooseFor,
  classNamed,
  image,
  images,
  messages,
  openPage,
  train,
  untilExtracted,
  untilTrained,
} from './person';

/** Two classes, "cats" with four photos and "dogs" with three. */
async function sortPets(page: Page): Promise<void> {
  const photos = await makePhotos({ classes: ['cat', 'dog'], perClass: 4, size: 240, seed: 5 });
  await addClass(page, 'cats');
  await addImages(page, photos.slice(0, 4), { to: 'cats' });
  await addClass(page, 'dogs');
  await addImages(page, photos.slice(4, 7), { to: 'dogs' });
  await untilExtracted(page, 7);
}

const undo = (page: Page) => messages(page).getByRole('button', { name: 'Undo' });

test('sorting: classes and images are added, renamed, moved, deleted, brought back and kept', async ({
  page,
}) => {
  await openPage(page);
  await sortPets(page);

  await test.step('rename', async () => {
    await page.getByRole('button', { name: 'Rename dogs' }).click();
    const field = page.getByRole('textbox', { name: 'Name of the class' });
    await expect(field).toBeFocused();
    await page.keyboard.type('hounds');
    await page.keyboard.press('Enter');
    await expect(images(classNamed(page, 'hounds'))).toHaveCount(3);

    await page.getByRole('button', { name: 'Rename hounds' }).click();
    await page.keyboard.type('Cats');
    await page.keyboard.press('Enter');
    await expect(messages(page)).toContainText('Another class is named "cats" already');
    await expect(classNamed(page, 'hounds')).toBeVisible();
  });

  await test.step('move an image', async () => {
    await chooseFor(page, 'cat-04.jpg', 'Move to …', 'hounds');
    await expect(image(classNamed(page, 'hounds'), 'cat-04.jpg')).toBeVisible();
    await expect(images(classNamed(page, 'cats'))).toHaveCount(3);
    await image(page, 'cat-03.jpg').dragTo(classNamed(page, 'hounds'));
    await expect(image(classNamed(page, 'hounds'), 'cat-03.jpg')).toBeVisible();
    await chooseFor(page, 'cat-04.jpg', 'Move to …', 'New class');
    await expect(image(classNamed(page, 'Class 1'), 'cat-04.jpg')).toBeVisible();
  });

  await test.step('delete an image and bring it back', async () => {
    await chooseFor(page, 'dog-02.jpg', 'Delete');
    await expect(image(page, 'dog-02.jpg')).toHaveCount(0);
    await undo(page).click();
    await expect(image(classNamed(page, 'hounds'), 'dog-02.jpg')).toBeVisible();
    await chooseFor(page, 'dog-03.jpg', 'Delete');
    await expect(image(page, 'dog-03.jpg')).toHaveCount(0);
  });

  await test.step('delete a class and bring it back', async () => {
    await page.getByRole('button', { name: 'Delete class cats' }).click();
    await expect(classNamed(page, 'cats')).toHaveCount(0);
    await expect(messages(page)).toContainText('The class was deleted with 2 images.');
    await undo(page).click();
    await expect(images(classNamed(page, 'cats'))).toHaveCount(2);
    await page.getByRole('button', { name: 'Delete class Class 1' }).click();
    await expect(classNamed(page, 'Class 1')).toHaveCount(0);
  });

  await test.step('everything is there after a reload', async () => {
    await page.reload();
    await expect(images(classNamed(page, 'cats'))).toHaveCount(2);
    await expect(images(classNamed(page, 'hounds'))).toHaveCount(3);
    for (const gone of ['dog-03.jpg', 'cat-04.jpg']) await expect(image(page, gone)).toHaveCount(0);
    await expect(page.getByRole('region')).toHaveCount(2);
    await train(page);
    await untilTrained(page);
  });
});

test('two tabs: each has its own project, and neither writes over the other', async ({
  page,
  context,
}) => {
  await openPage(page);
  await sortPets(page);
  const other = await context.newPage();
  await openPage(other);
  const [photo] = await makePhotos({ classes: ['tree'], perClass: 1, size: 240, seed: 6 });
  await addClass(other, 'trees');
  await addImages(other, photo ? [photo] : [], { to: 'trees' });
  await expect(image(classNamed(other, 'trees'), 'tree-01.jpg')).toBeVisible();

  await page.getByRole('button', { name: 'Rename cats' }).click();
  await page.keyboard.type('felines');
  await page.keyboard.press('Enter');
  await expect(classNamed(page, 'felines')).toBeVisible();

  await other.reload();
  await page.reload();
  await expect(images(classNamed(page, 'felines'))).toHaveCount(4);
  await expect(images(classNamed(page, 'dogs'))).toHaveCount(3);
  await expect(page.getByRole('region')).toHaveCount(2);
  await expect(images(classNamed(other, 'trees'))).toHaveCount(1);
  await expect(other.getByRole('region')).toHaveCount(1);
});
