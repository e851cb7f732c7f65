import { expect, type Page, test } from '@playwright/test';
import { hostileModels, unusualModels } from './fixtures/hostile-models';
import { LAB_PORT } from './ports';

/** Milliseconds for each step of a trial; a run that does not end is the point of one test. */
const LIMITS = { runtime: 60_000, session: 60_000, run: 5_000 };

test.beforeEach(async ({ page }) => {
  await page.goto(`http://localhost:${LAB_PORT}/bench/lab.html`);
  await page.waitForFunction(() => window.lab !== undefined);
});

/** What the page makes of a model, and how often a timer of 50 ms came round meanwhile. */
function identify(page: Page, bytes: Uint8Array, threads = 1) {
  return page.evaluate(
    async ([bytes, limits, threads]) => {
      let beats = 0;
      const timer = setInterval(() => {
        beats++;
      }, 50);
      const found = await window.lab.identify(bytes, limits, threads);
      clearInterval(timer);
      return { found, beats };
    },
    [[...bytes], LIMITS, threads] as const,
  );
}

test('an endless loop is stopped, threads and all, while the page goes on', async ({ page }) => {
  const { found, beats } = await identify(page, hostileModels.endlessLoop(), 2);
  expect(found).toEqual({
    kind: 'failed',
    because: 'time',
    sentence: expect.stringMatching(/not done with one image after 5 s, so it was stopped/),
  });
  expect(beats).toBeGreaterThan(20);
  await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
});

for (const [which, because, words] of [
  ['hugeTensor', 'memory', /more memory than a browser has/],
  ['largeTensor', 'memory', /more memory than a browser has/],
  ['unknownOperator', 'operator', /operator com\.acme:Conjure/],
  ['missingOperator', 'operator', /operator Conjure/],
] as const) {
  test(`${which} fails with a sentence`, async ({ page }) => {
    const { found } = await identify(page, hostileModels[which]());
    expect(found).toEqual({ kind: 'failed', because, sentence: expect.stringMatching(words) });
  });
}

for (const [which, words] of [
  ['oddCount', /130 tokens .* no square grid/],
  ['notFinite', /not finite/],
] as const) {
  test(`${which} runs, and still can't serve`, async ({ page }) => {
    const { found } = await identify(page, hostileModels[which]());
    expect(found).toMatchObject({ kind: 'unusable', sentence: expect.stringMatching(words) });
  });
}

for (const which of ['dynamicAxes', 'noShapes', 'halves', 'fixedBatch'] as const) {
  test(`${which} is recognised without a question`, async ({ page }) => {
    const { found } = await identify(page, unusualModels[which]());
    expect(found).toMatchObject({
      kind: 'recognised',
      facts: { grid: 14, patch: 16, prefixTokens: 1, hasCls: true, registers: 0, width: 8 },
    });
  });
}
