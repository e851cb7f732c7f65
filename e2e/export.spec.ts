import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { untilMapsShow } from './maps';
import { journeysOnOnePage } from './one-page';
import { addPhotos, allImages, messages, openPage, train, untilTrained } from './person';

/** 36 images: one more than a contact sheet holds. */
const test = journeysOnOnePage(async (page) => {
  await openPage(page);
  await addPhotos(page, ['cat', 'dog'], 18);
  await train(page);
  await untilTrained(page);
});

/** Waits for the maps of the first image. @returns its name. */
async function seeTheFirst(page: Page): Promise<string> {
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 8);
  return first;
}

/** Presses something that saves a file, and gives the file. */
async function saved(page: Page, press: () => Promise<void>) {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Saves through the menu of the image on show. */
function savedAs(page: Page, format: string, what?: string) {
  return saved(page, async () => {
    await page.getByRole('button', { name: 'Save picture' }).click();
    if (what) await page.getByRole('menuitemradio', { name: what }).click();
    await page.getByRole('menuitem', { name: format }).click();
  });
}

async function sizeOf(picture: Buffer) {
  const { width = 0, height = 0, format } = await sharp(picture).metadata();
  return { width, height, format };
}

/** What the page makes of a file that claims to be SVG: its words, and what it embeds. */
function readSvg(page: Page, text: string) {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const all = (selector: string) => [...parsed.querySelectorAll(selector)];
    return {
      broken: parsed.querySelector('parsererror')?.textContent ?? null,
      texts: all('text').map((element) => element.textContent ?? ''),
      description: parsed.querySelector('desc')?.textContent ?? '',
      images: all('image').length,
      patches: all('rect[fill-opacity]').length,
      outside: all('image').filter((image) => !image.getAttribute('href')?.startsWith('data:'))
        .length,
    };
  }, text);
}

test('an image leaves as PNG of every size and as SVG, with a caption', async ({ page }) => {
  const first = await seeTheFirst(page);
  const stem = first.replace(/\.\w+$/, '');

  const one = await savedAs(page, 'PNG 1×');
  expect(one.name).toBe(`joint-${stem}-ep-8.png`);
  const small = await sizeOf(one.bytes);
  expect(small.format).toBe('png');
  expect(small.width).toBeGreaterThan(448);

  const two = await sizeOf((await savedAs(page, 'PNG 2×')).bytes);
  expect(two).toMatchObject({ width: 2 * small.width, height: 2 * small.height });

  const each = await savedAs(page, 'PNG 4×', 'Each query');
  expect(each.name).toBe(`queries-${stem}-ep-8.png`);
  // Painted, not empty: a picture of colours over a photo has thousands of them.
  const { channels } = await sharp(each.bytes).stats();
  for (const { stdev } of channels.slice(0, 3)) expect(stdev).toBeGreaterThan(20);

  const joint = await savedAs(page, 'SVG', 'All queries');
  expect(joint.name).toBe(`joint-${stem}-ep-8.svg`);
  const smooth = await readSvg(page, joint.bytes.toString());
  expect(smooth.broken).toBeNull();
  expect(smooth).toMatchObject({ images: 2, outside: 0 });
  expect(smooth.description).toContain(first);
  expect(smooth.description).toContain(
    'EP, 8 queries · small-data recipe, queries started at clusters · Hiera-T · 36 images',
  );
  expect(smooth.texts).toEqual(expect.arrayContaining(['1', '8']));
  expect(smooth.texts.join(' ')).toContain('small-data recipe');
  // Another program, another parser.
  expect((await sizeOf(joint.bytes)).format).toBe('svg');

  await test.step('drawn per patch, maps are squares of their own', async () => {
    await page.getByRole('button', { name: 'Drawing' }).click();
    await page.getByRole('radio', { name: /^Per patch/ }).click();
    await page.keyboard.press('Escape');
    const { patches, images, broken } = await readSvg(
      page,
      (await savedAs(page, 'SVG')).bytes.toString(),
    );
    expect(broken).toBeNull();
    expect(images).toBe(1);
    expect(patches).toBeGreaterThan(20);
    expect(patches).toBeLessThanOrEqual(196);
  });

  await test.step('evidence leaves with its sum, and one query alone with its map', async () => {
    await page.getByRole('radio', { name: 'Query 3 alone' }).click();
    expect((await savedAs(page, 'PNG 1×', 'Query 3')).name).toBe(`query-3-${stem}-ep-8.png`);
    await page.getByRole('radio', { name: 'Evidence', exact: true }).click();
    await expect(page.getByText('logit', { exact: true })).toBeVisible();
    const evidence = await savedAs(page, 'SVG', 'Evidence');
    expect(evidence.name).toMatch(new RegExp(`^evidence-.+-${stem}-ep-8\\.svg$`));
    const { texts, broken } = await readSvg(page, evidence.bytes.toString());
    expect(broken).toBeNull();
    // A number per query, the constant, and the logit that they add up to.
    const numbers = texts
      .filter((text) => /^[+−]?\d+\.\d\d$/.test(text))
      .map((text) => Number(text.replace('−', '-')));
    expect(numbers).toHaveLength(10);
    const sum = numbers.slice(0, 9).reduce((total, value) => total + value, 0);
    expect(Math.abs(sum - (numbers[9] ?? Number.NaN))).toBeLessThan(0.06);
  });

  await page.getByRole('radio', { name: 'Attention', exact: true }).click();
  await page.getByRole('button', { name: 'Drawing' }).click();
  await page.getByRole('radio', { name: /^Smooth/ }).click();
  await page.keyboard.press('Escape');
});

test('a picture is copied to the clipboard, and a refusal is told', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await seeTheFirst(page);
  const copy = async () => {
    await page.getByRole('button', { name: 'Save picture' }).click();
    await page.getByRole('menuitem', { name: 'Copy to clipboard' }).click();
  };
  await copy();
  await expect(messages(page)).toContainText('Copied');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await item?.getType('image/png');
    const { width, height } = picture ? await createImageBitmap(picture) : { width: 0, height: 0 };
    return { width, height };
  });
  expect(copied.width).toBeGreaterThan(2 * 448);
  expect(copied.height).toBeGreaterThan(2 * 448);

  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  });
  await copy();
  await expect(messages(page)).toContainText('Save it as PNG instead');
  await messages(page).getByRole('button', { name: 'Dismiss' }).last().click();
});

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Contact sheet' });

test('six images on a contact sheet, alone and under their photos', async ({ page }) => {
  await seeTheFirst(page);
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: 'Contact sheet…' }).click();
  await expect(sheet(page)).toContainText('12 / 35 images');
  for (const none of await sheet(page)
    .getByRole('button', { name: /^None of / })
    .all()) {
    await none.click();
  }
  await expect(sheet(page).getByRole('button', { name: 'PNG 1×' })).toBeDisabled();
  const boxes = await sheet(page).getByRole('checkbox').all();
  for (const box of boxes.slice(0, 6)) await box.check();
  await expect(sheet(page)).toContainText('6 / 35 images');
  await sheet(page).getByLabel('Columns').selectOption('3');

  const press = (name: string) => () => sheet(page).getByRole('button', { name }).click();
  await expect(sheet(page).getByRole('button', { name: 'PNG 1×' })).toBeEnabled();
  const pairs = await saved(page, press('PNG 1×'));
  expect(pairs.name).toBe('contact-sheet-6-images-ep-8.png');
  const high = await sizeOf(pairs.bytes);

  await sheet(page).getByRole('radio', { name: 'Figure only' }).click();
  const figures = await sizeOf((await saved(page, press('PNG 2×'))).bytes);
  expect(figures.width).toBe(2 * high.width);
  expect(figures.height).toBeLessThan(2 * high.height);

  const svg = await readSvg(page, (await saved(page, press('SVG'))).bytes.toString());
  expect(svg.broken).toBeNull();
  expect(svg.images).toBe(12);
  expect(svg.description).toContain('8 queries on 6 images');
  await expect(sheet(page).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a full sheet at 4× leaves the page free to answer', async ({ page }) => {
  await seeTheFirst(page);
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: 'Contact sheet…' }).click();
  for (const all of await sheet(page)
    .getByRole('button', { name: /^All of / })
    .all()) {
    if (await all.isEnabled()) await all.click();
  }
  await expect(sheet(page)).toContainText('35 / 35 images');
  const button = sheet(page).getByRole('button', { name: 'PNG 4×' });
  await expect(button).toBeEnabled();
  await page.evaluate(() => {
    Object.assign(window, { tasks: [0] });
    new PerformanceObserver((list) => {
      window.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const started = Date.now();
  const { bytes } = await saved(page, () => button.click());
  const longest = await page.evaluate(() => Math.max(...window.tasks));
  test.info().annotations.push({
    type: 'a sheet of 35 at 4×',
    description: `${Date.now() - started} ms, longest main-thread task ${Math.round(longest)} ms`,
  });
  expect((await sizeOf(bytes)).width).toBeGreaterThan(3600);

  await button.click();
  await sheet(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(button).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(messages(page)).toHaveText('');
});

test('the training curves leave as they stand, in light colours even at night', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await seeTheFirst(page);
  const svg = await saved(page, async () => {
    await page.getByRole('button', { name: 'Save curves' }).click();
    await page.getByRole('menuitem', { name: 'SVG' }).click();
  });
  expect(svg.name).toBe('training-curves-ep-8.svg');
  const source = svg.bytes.toString();
  const { broken, texts } = await readSvg(page, source);
  expect(broken).toBeNull();
  expect(texts).toEqual(expect.arrayContaining(['Loss', 'Accuracy', 'training', 'held out']));
  expect(source).not.toContain('var(--');
  expect(source).toContain('stroke="rgb(58, 79, 208)"');
  // The page itself stays dark.
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  const png = await saved(page, async () => {
    await page.getByRole('button', { name: 'Save curves' }).click();
    await page.getByRole('menuitem', { name: 'PNG 3×' }).click();
  });
  const { width, height } = await sizeOf(Buffer.from(svg.bytes));
  expect(await sizeOf(png.bytes)).toEqual({ width: 3 * width, height: 3 * height, format: 'png' });
});
