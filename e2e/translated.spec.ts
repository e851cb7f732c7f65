import { expect, type Page, test } from '@playwright/test';
import { untilMapsShow, weightsShown } from './maps';
import {
  addPhotos,
  allImages,
  chooseFor,
  chooseProbe,
  messages,
  openPage,
  result,
  train,
  untilTrained,
} from './person';

test('a translated page works, and its numbers are those of now', async ({ page }) => {
  await openPage(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await translate(page);
  await addPhotos(page);

  await test.step('epochs are counted while it trains', async () => {
    await train(page);
    const seen = new Set<string>();
    const epoch = page.getByText(/^Epoch \d+ of \d+$/);
    await expect(async () => {
      seen.add(await epoch.innerText({ timeout: 500 }));
      expect(seen.size).toBeGreaterThan(2);
    }).toPass({ intervals: [50], timeout: 30_000 });
    await untilTrained(page);
  });

  await test.step('a query’s weights are those of the patch under the pointer', async () => {
    const [first = ''] = await allImages(page);
    await untilMapsShow(page, first, 8);
    const map = page.getByRole('img', { name: `Query 1 on ${first}` });
    const weights = async (x: number) => {
      await map.hover({ position: { x, y: 60 } });
      await page.waitForTimeout(100);
      return (await weightsShown(page)).join();
    };
    const here = await weights(15);
    expect(await weights(60)).not.toBe(here);
    expect(await weights(15)).toBe(here);
  });

  await test.step('another result takes the place of the first', async () => {
    await chooseProbe(page, 'GAP');
    await train(page);
    await untilTrained(page);
    // Drawn anew and untranslated, it says the same.
    const before = await result(page).innerText();
    await page.evaluate(() => window.dispatchEvent(new Event('stop-translating')));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(result(page).locator('font')).toHaveCount(0);
    expect(await result(page).innerText()).toBe(before);
  });

  await test.step('messages come and go', async () => {
    const [first = ''] = await allImages(page);
    await chooseFor(page, first, 'Delete');
    await expect(messages(page)).toContainText('deleted');
    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expect(messages(page)).toHaveText('');
    expect(await allImages(page)).toContain(first);
  });
  expect(errors).toEqual([]);
});

/**
 * Wraps every text that comes, a moment later, and leaves its words as they are: in turn in each of
 * the ways that translators have.
 */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const WAYS = ['replaced', 'beside, then removed', 'moved'] as const;
    let wrapped = 0;
    const wrap = (text: Text) => {
      const how = WAYS[wrapped++ % WAYS.length];
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.append(inner);
      if (how === 'replaced') text.replaceWith(outer);
      else {
        text.parentNode?.insertBefore(outer, text);
        text.parentNode?.removeChild(text);
      }
      inner.append(how === 'moved' ? text : text.data);
    };
    const wrapAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (text.data.trim() && !text.parentElement?.closest('script, style, font, svg'))
          wrap(text);
      }
    };
    let coming: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      coming ??= setTimeout(() => {
        coming = undefined;
        wrapAll();
      }, 20);
    });
    wrapAll();
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    window.addEventListener('stop-translating', () => {
      observer.disconnect();
      clearTimeout(coming);
    });
  });
}
