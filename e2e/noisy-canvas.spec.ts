import { expect, type Page, test } from '@playwright/test';
import { addPhotos, messages, openPage, result, train, trainButton, untilTrained } from './person';

/**
 * What protections against fingerprinting do: every script that the page or a worker loads begins with
 * a change of what canvases give.
 * @param alter what becomes of the values that are read, as the body of a function of `data`.
 */
async function protect(page: Page, alter: string, where: 'page and workers' | 'workers') {
  const script = `if (${where === 'workers' ? "typeof document === 'undefined'" : 'true'})
    for (const Context of [self.CanvasRenderingContext2D, self.OffscreenCanvasRenderingContext2D]) {
      const read = Context?.prototype.getImageData;
      if (read) Context.prototype.getImageData = function (...all) {
        const pixels = read.apply(this, all);
        ((data) => { ${alter} })(pixels.data);
        return pixels;
      };
    };`;
  await page.context().route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: script + (await response.text()) });
  });
}

// Scripts may still be on their way when a journey ends.
test.afterEach(({ page }) => page.context().unrouteAll({ behavior: 'ignoreErrors' }));

const SAID = /Images Something changes the pixels that this page reads from a canvas/;

test('where pixels come back as noise, the page says so before anything is trained on it', async ({
  page,
}) => {
  const noise = 'for (let at = 0; at < data.length; at++) data[at] = 256 * Math.random();';
  await protect(page, noise, 'page and workers');
  await openPage(page);
  await expect(messages(page)).toContainText(SAID);
  await addPhotos(page, ['cat', 'dog'], 4);
  await expect(trainButton(page)).toHaveAccessibleDescription(/would rest on noise/);
  await expect(messages(page)).toContainText(SAID);
  await train(page);
  await untilTrained(page);
  await expect(result(page)).toContainText('Trained on altered pixels.');
});

test('one bit of some values, and in workers alone, is noticed too', async ({ page }) => {
  await protect(
    page,
    'for (let at = 7; at < data.length; at += 9001) data[at - 1] ^= 1;',
    'workers',
  );
  await openPage(page);
  await expect(messages(page)).toContainText(SAID);
});
