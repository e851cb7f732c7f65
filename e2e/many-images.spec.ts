import { expect, type Page, test } from '@playwright/test';
import { manyPictures } from './fixtures/many-pictures';
import { addClass, addImages, openPage, train, untilExtracted, untilTrained } from './person';

/** The canvases that a page may have alive at once. */
const MOST = 60;

/** Several screenfuls; `npm run bench -- inspector/scroll` scrolls through a thousand. */
const COUNT = 160;

declare global {
  interface Window {
    /** The most canvases seen in any frame since it was last read. */
    mostCanvases: number;
  }
}

/** Counts canvases in every frame from now on. */
async function countCanvases(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.mostCanvases = 0;
    const look = () => {
      const count = document.getElementsByTagName('canvas').length;
      window.mostCanvases = Math.max(window.mostCanvases, count);
      requestAnimationFrame(look);
    };
    look();
  });
}

test('many images under one query: all can be scrolled to, few exist, those in view have maps', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const pictures = await manyPictures('picture', COUNT, 23);
  await openPage(page);
  await addClass(page, 'first');
  await addImages(page, pictures.slice(0, COUNT / 2), { to: 'first' });
  await addClass(page, 'second');
  await addImages(page, pictures.slice(COUNT / 2), { to: 'second' });
  await untilExtracted(page, COUNT);
  await train(page);
  // A few epochs will do: this is about the grid.
  await expect(page.getByText(/^Epoch [1-9]\d* of \d+$/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await untilTrained(page);

  await page.getByRole('radio', { name: 'One query', exact: true }).click();
  await countCanvases(page);
  const grid = page.getByRole('listbox', { name: `${COUNT} images under query 1` });
  await expect(grid).toBeVisible();
  const untilDrawn = () =>
    page.waitForFunction(
      () => {
        const canvases = [...document.querySelectorAll('[role=listbox] canvas')];
        return (
          canvases.length > 10 && canvases.every((canvas) => canvas.hasAttribute('data-drawn'))
        );
      },
      null,
      { timeout: 30_000 },
    );
  await untilDrawn();

  await test.step('by wheel, from the first to the last', async () => {
    await grid.getByRole('option').first().hover();
    for (let turn = 0; turn < 40; turn++) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(16);
      if (turn % 20 === 19) await untilDrawn();
    }
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 3000);
    await expect(
      grid.getByRole('option', { name: new RegExp(`^picture-${COUNT}\\.png`) }),
    ).toBeInViewport();
    await untilDrawn();
  });

  await test.step('by keyboard, back to the first', async () => {
    await grid.focus();
    await page.keyboard.press('Home');
    await expect(grid.getByRole('option', { selected: true })).toHaveAccessibleName(/^picture-001/);
    await untilDrawn();
    await expect(grid.getByRole('option', { selected: true })).toHaveAttribute(
      'aria-setsize',
      String(COUNT),
    );
  });

  await test.step('on a large screen there are no more of them', async () => {
    await page.setViewportSize({ width: 2560, height: 1440 });
    await untilDrawn();
    for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 900);
    await untilDrawn();
  });

  const mostCanvases = await page.evaluate(() => window.mostCanvases);
  expect(mostCanvases).toBeGreaterThan(10);
  expect(mostCanvases).toBeLessThanOrEqual(MOST);
});
