import { type Browser, chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import { launchArguments, requireChromium } from '../tools/chromium';

export interface Lab {
  browser: Browser;
  /** Address of `lab.html`. */
  url: string;
  close(): Promise<void>;
}

/** A Chromium, and a development server for the lab's page. */
export async function serveLab(): Promise<Lab> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: launchArguments(),
  });
  const server = await createServer({
    logLevel: 'error',
    // Files that are edited meanwhile must not reload the page in the middle of a measurement.
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  return {
    browser,
    url: new URL('bench/lab.html', server.resolvedUrls?.local[0]).href,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A fresh lab page in a context of its own. */
export async function openLabPage({ browser, url }: Pick<Lab, 'browser' | 'url'>): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.lab !== undefined);
  return page;
}

/** A lab page whose study worker has encoded a sample set. */
export async function openStudyPage(lab: Lab, setId: string): Promise<Page> {
  const page = await openLabPage(lab);
  await page.evaluate(async (id) => {
    window.study = window.lab.openStudy();
    await window.study.call('encode', { setId: id, threads: 2 });
  }, setId);
  return page;
}
