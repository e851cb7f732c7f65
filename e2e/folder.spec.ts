import { expect, test } from '@playwright/test';
import { drag } from './drop';
import { makePhotos, writePhotoFolders } from './fixtures/photos';
import { untilMapsShow } from './maps';
import {
  addClass,
  addFolder,
  classNamed,
  image,
  images,
  messages,
  openPage,
  title,
  train,
  untilExtracted,
  untilTrained,
} from './person';

const photos = () =>
  makePhotos({ classes: ['mugs', 'kites', 'tents'], perClass: 8, size: 320, seed: 3 });

test('a folder of photos → classes named after its folders → train → maps', async ({
  page,
}, info) => {
  const folder = info.outputPath('holiday');
  await writePhotoFolders(folder, await photos());
  await openPage(page);
  await addFolder(page, folder);
  for (const name of ['mugs', 'kites', 'tents']) {
    await expect(images(classNamed(page, name))).toHaveCount(8);
  }
  await expect(classNamed(page, 'holiday')).toHaveCount(0);
  await train(page);
  expect(await untilTrained(page)).toBeGreaterThan(50);

  const file = 'kites-03.jpg';
  await image(classNamed(page, 'kites'), file).click();
  await untilMapsShow(page, file, 8);
  await expect(title(page, file)).toContainText(/kites|mugs|tents/);
});

test('folders and files dropped from another window', async ({ page }, info) => {
  const folder = info.outputPath('dropped');
  const [first, ...others] = await photos();
  await writePhotoFolders(folder, others);
  await writePhotoFolders(info.outputPath('loose'), first ? [first] : []);
  await openPage(page);

  const anywhere = page.getByRole('main');
  const folders = await drag(page, anywhere, [`${folder}/mugs`, `${folder}/kites`]);
  await expect(page.getByText('Drop anywhere: a folder becomes a class of its name')).toBeVisible();
  await folders.drop();
  await expect(images(classNamed(page, 'mugs'))).toHaveCount(7);
  await expect(images(classNamed(page, 'kites'))).toHaveCount(8);

  await addClass(page, 'cups');
  const cups = classNamed(page, 'cups');
  const loose = await drag(page, cups, [info.outputPath('loose/mugs/mugs-01.jpg')]);
  await expect(page.getByText('Drop into “cups”')).toBeVisible();
  await loose.drop();
  await expect(image(cups, 'mugs-01.jpg')).toBeVisible();

  // A folder dropped onto a class goes into that class.
  const more = await drag(page, cups, [`${folder}/tents`]);
  await more.drop();
  await expect(images(cups)).toHaveCount(9);
  await expect(classNamed(page, 'tents')).toHaveCount(0);
  await untilExtracted(page, 24);
  await expect(messages(page)).toHaveText('');

  await train(page);
  await untilTrained(page);
});
