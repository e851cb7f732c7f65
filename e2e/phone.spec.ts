import { expect, type Page, test } from '@playwright/test';
import { mapsOn, untilMapsShow } from './maps';
import {
  allImages,
  classNamed,
  image,
  images,
  openPage,
  result,
  title,
  trainButton,
  untilTrained,
} from './person';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const tab = (page: Page, name: string) => page.getByRole('tab', { name });

async function fitsTheScreen(page: Page): Promise<void> {
  const { scrolls, seen } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  expect(scrolls).toBeLessThanOrEqual(seen);
  expect(seen).toBe(390);
}

test('on a phone: three places behind tabs, samples → train → maps by touch', async ({ page }) => {
  await openPage(page);
  await fitsTheScreen(page);
  await page.getByRole('button', { name: 'Try the samples' }).tap();

  for (const place of ['Images', 'Probe', 'Sees']) {
    await tab(page, place).tap();
    await expect(tab(page, place)).toHaveAttribute('aria-selected', 'true');
    await expect(trainButton(page)).toBeInViewport({ ratio: 1 });
    await fitsTheScreen(page);
  }

  await tab(page, 'Images').tap();
  await expect(images(classNamed(page, 'birds'))).toHaveCount(12);
  await expect(trainButton(page)).toBeEnabled();
  await trainButton(page).tap();
  await untilTrained(page);
  await expect(result(page)).toBeInViewport({ ratio: 1 });
  await fitsTheScreen(page);

  await tab(page, 'Sees').tap();
  const [first = ''] = await allImages(page);
  await untilMapsShow(page, first, 8);
  const [one, two, three] = await Promise.all(
    [0, 1, 2].map((query) => mapsOn(page, first).nth(query).boundingBox()),
  );
  // Two maps across.
  expect(two?.y).toBe(one?.y);
  expect(three?.x).toBe(one?.x);
  expect(three?.y).toBeGreaterThan(one?.y ?? 0);
  await page.getByRole('group', { name: `Patches of ${first}` }).tap();
  await expect(page.getByText(/on row \d+, column \d+: most from query \d/)).toBeVisible();
  await fitsTheScreen(page);

  await tab(page, 'Images').tap();
  await image(classNamed(page, 'fruit'), 'banana.webp').tap();
  await tab(page, 'Sees').tap();
  await expect(title(page, 'banana.webp')).toContainText(/(held out|training image)/);
  await untilMapsShow(page, 'banana.webp', 8);

  await tab(page, 'Probe').tap();
  await expect(page.getByRole('img', { name: 'Loss by epoch' })).toBeVisible();
  await fitsTheScreen(page);
});
