import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  decodeValues,
  RECORDED,
  type RecordedTokens,
  relativeError,
} from '../src/testing/recorded-tokens';
import { LAB_PORT } from './ports';

/**
 * A model that does not come with the page is compared only where a variable names its file:
 * `DEIT_TINY_224=…/model.onnx`. Without it its test is listed as skipped.
 */
const OWN: Record<string, string | undefined> = { 'deit-tiny-224': process.env.DEIT_TINY_224 };
const GOLDEN = path.join(import.meta.dirname, '../src/backbones/encode/golden');

for (const { id } of RECORDED) {
  const isOwn = id in OWN;
  const file = OWN[id];
  test(`${id}: tokens in the browser equal native onnxruntime’s to 1e-3`, async ({ page }) => {
    test.skip(isOwn && file === undefined, 'no variable names its file');
    const { shape, tokens, values } = JSON.parse(
      readFileSync(path.join(GOLDEN, `${id}.json`), 'utf8'),
    ) as RecordedTokens;
    if (file !== undefined) await serveModel(page, id, file);
    await page.goto(`http://localhost:${LAB_PORT}/bench/lab.html`);
    await page.waitForFunction(() => window.lab !== undefined);
    const found = await page.evaluate(
      async ([name, own, chosen]) => {
        const model = own
          ? window.lab.model(`/models/${name}/model.onnx`)
          : window.lab.bundled(name);
        window.client = window.lab.open('wasm', 2);
        const asked = { model: await model, tokens: chosen };
        const { shape, values } = await (await window.client).call('tokens', asked);
        return { shape, values: [...values] };
      },
      [id, isOwn, tokens] as const,
    );
    expect(found.shape).toEqual(shape);
    const error = relativeError(Float32Array.from(found.values), decodeValues(values), shape[2]);
    test.info().annotations.push({ type: 'relative error', description: error.toExponential(1) });
    expect(error).toBeLessThan(1e-3);
  });
}

async function serveModel(page: Page, id: string, file: string): Promise<void> {
  await page.route(`**/models/${id}/model.onnx`, (route) => route.fulfill({ path: file }));
}
