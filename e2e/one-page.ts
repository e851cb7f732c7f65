import { type Browser, type Page, test } from '@playwright/test';

/**
 * The journeys of a file share one page, in the order in which they stand: what they begin with
 * (images, their tokens, a trained head) takes longer to make than most of them take. Each chooses
 * what it looks at itself. After one that fails the rest begin on a fresh page.
 * @param prepare makes what all of them begin with
 * @returns `test`, whose `page` is that page
 */
export function journeysOnOnePage(prepare: (page: Page) => Promise<void>) {
  let shared: Page | null = null;
  const open = async (browser: Browser) => {
    shared = await (await browser.newContext()).newPage();
    await prepare(shared);
  };
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async ({ browser }) => open(browser));
  test.afterAll(async () => {
    await shared?.context().close();
    shared = null;
  });
  return test.extend({
    page: async ({ browser }, use) => {
      if (!shared) await open(browser);
      if (shared) await use(shared);
    },
  });
}
