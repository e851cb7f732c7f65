import { mkdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { drag } from './drop';
import { type BadFile, makeBadFiles } from './fixtures/bad-files';
import { manyPictures } from './fixtures/many-pictures';
import { makePhotos } from './fixtures/photos';
import { makeTurnedPictures } from './fixtures/turned-pictures';
import { listen } from './heard';
import { journeysOnOnePage } from './one-page';
import {
  addClass,
  addImages,
  chooseFor,
  classNamed,
  image,
  images,
  messages,
  openPage,
  title,
  train,
  trainButton,
  untilExtracted,
  untilTrained,
} from './person';

/** What the list says of each that is turned away. */
const REFUSED: Partial<Record<BadFile, [name: string, reason: RegExp]>> = {
  textAsPng: ['shopping-list.png', /This is not an image: its contents are .*text/],
  truncatedJpeg: ['half-copied.jpg', /The file is cut off/],
  truncatedPng: ['half-copied.png', /The file is cut off/],
  repairedPng: ['recovered.png', /The file is cut off/],
  repairedGif: ['recovered.gif', /The file is cut off/],
  unclosedSvg: ['half-copied.svg', /The file is cut off/],
  repairedJpeg: ['recovered.jpg', /The file is cut off/],
  empty: ['nothing.png', /The file is empty/],
  onePixel: ['dot.png', /1 × 1 pixel is too small/],
  heic: ['from-phone.heic', /This browser cannot read HEIC images\. Export it as JPEG or PNG/],
};

/** What the page says of those that it takes, and under which name; some deserve no words. */
const TAKEN: [file: BadFile, name: string, note: RegExp | null][] = [
  ['huge', 'wall.jpg', /^wall\.jpg 12,000 × 9,000 pixels, scaled down/],
  ['hugePng', 'wall.png', /^wall\.png 12,000 × 9,000 pixels, scaled down/],
  ['cmyk', 'for-print.jpg', /^for-print\.jpg CMYK colours, converted to RGB/],
  ['sixteenBit', 'deep.png', /^deep\.png 16 bits per colour, reduced to 8/],
  ['animatedGif', 'waving.gif', /^waving\.gif Animated: the first frame is used/],
  ['svg', 'drawing.svg', /^drawing\.svg Drawn from SVG/],
  ['openJpeg', 'open-end.jpg', null],
  ['openPng', 'open-end.png', null],
  ['openGif', 'open-end.gif', null],
  ['openWebp', 'open-end.webp', null],
  ['sameOnce', 'twin.jpg', null],
  ['oneNameFirst', 'IMG_0001.jpg', null],
  ['oneNameSecond', 'IMG_0001 (2).jpg', null],
  ['emojiName', '👩‍🌾 🐈‍⬛.jpg', null],
  ['rightToLeftName', 'חתול שחור.jpg', null],
];

test('odd and broken files: each is taken or turned away with a reason, and the rest goes on', async ({
  page,
}) => {
  const heard = await listen(page);
  const bad = await makeBadFiles();
  const good = await makePhotos({ classes: ['tulip', 'pine'], perClass: 4, size: 240, seed: 8 });
  await openPage(page);
  await addClass(page, 'trees');
  await addImages(page, good.slice(4), { to: 'trees' });
  await addClass(page, 'flowers');
  const oddFiles: BadFile[] = [
    ...(Object.keys(REFUSED) as BadFile[]),
    ...TAKEN.map(([file]) => file),
    'sameAgain',
  ];
  const flowers = classNamed(page, 'flowers');
  await addImages(page, [...oddFiles.map((file) => bad[file]), ...good.slice(0, 4)], {
    to: 'flowers',
  });

  await untilExtracted(page, 4 + TAKEN.length + 4);
  await expect(images(flowers)).toHaveCount(TAKEN.length + 4);
  for (const [, name] of TAKEN) await expect(image(flowers, name)).toBeVisible();
  for (const { name } of good.slice(0, 4)) await expect(image(flowers, name)).toBeVisible();
  const notes = TAKEN.flatMap(([, , note]) => (note ? [note] : []));
  for (const words of notes) expect(await heard()).toContainEqual(expect.stringMatching(words));

  await test.step('what was turned away can be read at leisure', async () => {
    const given = oddFiles.length + 4;
    const refused = Object.keys(REFUSED).length;
    const added = given - refused - 1;
    const summary = `${added} of ${given} added · ${refused} refused · 1 already here.`;
    const message = messages(page).locator('.message').filter({ hasText: summary });
    await message.getByRole('button', { name: 'Show list' }).click();
    const list = page.getByRole('dialog', { name: 'What became of the files' });
    await expect(list.getByRole('row')).toHaveCount(given + 1);
    for (const [name, reason] of Object.values(REFUSED)) {
      await expect(list.getByRole('row', { name })).toHaveText(reason);
    }
    const twin = list.getByRole('row').filter({ hasText: 'already here' });
    await expect(twin).toContainText('The same picture is in class "flowers" as twin.jpg.');
    await list.getByRole('button', { name: 'Close' }).click();
    await expect(message).toHaveCount(0);
  });

  await train(page);
  await untilTrained(page);
  await image(flowers, 'חתול שחור.jpg').click();
  await expect(title(page, 'חתול שחור.jpg')).toContainText(/(held out|training image)/);
});

test('500 files at once: all arrive, and the page answers meanwhile', async ({ page }, info) => {
  // A minute by itself; another journey runs beside it.
  test.setTimeout(300_000);
  const pictures = await manyPictures('picture', 500, 11);
  await openPage(page, { cores: 'all' });
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await addClass(page, 'left');
  await addImages(page, pictures, { to: 'left' });
  const left = classNamed(page, 'left');
  await expect(images(left)).toHaveCount(500);
  await expect(page.getByText(/^\d+ \/ 500$/)).toBeVisible();

  await test.step('sorting goes on while they are read', async () => {
    await addClass(page, 'right');
    await image(left, 'picture-007.png').click();
    await expect(title(page, 'picture-007.png')).toBeVisible();
    await chooseFor(page, 'picture-007.png', 'Move to …', 'right');
    await expect(image(classNamed(page, 'right'), 'picture-007.png')).toBeVisible();
    await expect(page.getByText(/^\d+ \/ 500$/)).toBeVisible();
  });

  await untilExtracted(page, 500, 240_000);
  await expect(images(page)).toHaveCount(500);
  await expect(messages(page)).toHaveText('');
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  const description = `${long.length} tasks over 50 ms, the longest ${Math.round(Math.max(0, ...long))} ms`;
  info.annotations.push({ type: 'responsiveness', description });
  console.log(description);
});

test.describe('on an empty page', () => {
  const test = journeysOnOnePage(openPage);

  test('an empty folder: the page says so', async ({ page }, info) => {
    const folder = info.outputPath('nothing here');
    await mkdir(folder);
    const dragged = await drag(page, page.getByRole('main'), [folder]);
    await dragged.drop();
    await expect(messages(page)).toContainText('nothing here The folder holds no files.');
    await expect(page.getByRole('button', { name: 'Try the samples' })).toBeVisible();
  });

  test('Train waits for two classes of two images, and says what is missing', async ({ page }) => {
    const photos = await makePhotos({ classes: ['sun', 'rain'], perClass: 2, size: 240, seed: 9 });
    const reason = async (text: string) => {
      await expect(trainButton(page)).toBeDisabled();
      await expect(trainButton(page)).toHaveAccessibleDescription(text);
      await expect(page.getByText(text)).toBeVisible();
    };
    await reason('Add images to two classes to train.');
    await addClass(page, 'sun');
    await addImages(page, photos.slice(0, 2), { to: 'sun' });
    await reason('Add images to a second class to train.');
    await addClass(page, 'rain');
    await addImages(page, photos.slice(2, 3), { to: 'rain' });
    await reason('Each class needs two images: rain has one.');
    await addImages(page, photos.slice(3), { to: 'rain' });
    await train(page);
    await untilTrained(page);
  });

  test('a picture is upright, whichever of the eight ways it lies in its file', async ({
    page,
  }) => {
    const turned = await makeTurnedPictures();
    await addClass(page, 'turned');
    await addImages(page, turned, { to: 'turned' });
    await expect(images(classNamed(page, 'turned'))).toHaveCount(turned.length);
    const colours = await Promise.all(
      turned.map(({ name }) =>
        image(page, name)
          .locator('img')
          .evaluate(async (picture: HTMLImageElement) => {
            await picture.decode();
            const context = new OffscreenCanvas(16, 16).getContext('2d');
            context?.drawImage(picture, 0, 0, 16, 16);
            return [...(context?.getImageData(0, 0, 16, 16).data ?? [])];
          }),
      ),
    );
    const [upright = [], ...others] = colours;
    for (const [index, other] of others.entries()) {
      const off = other.map((value, at) => Math.abs(value - (upright[at] ?? Number.NaN)));
      const mean = off.reduce((sum, one) => sum + one, 0) / off.length;
      expect(mean, turned[index + 1]?.name).toBeLessThan(4);
    }
  });
});
