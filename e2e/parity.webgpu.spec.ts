import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { judge, type Tolerances } from '../tools/parity/judge';
import { LAB_PORT } from './ports';

const directory = path.join(import.meta.dirname, '../src/training/run/golden');
const index = JSON.parse(readFileSync(path.join(directory, 'index.json'), 'utf8')) as {
  cases: Record<string, { tolerance: Tolerances }>;
};

test('on WebGPU, heads equal the recorded PyTorch ones', async ({ page }) => {
  test.setTimeout(400_000);
  await page.goto(`http://localhost:${LAB_PORT}/bench/lab.html`);
  await page.waitForFunction(() => window.lab !== undefined);
  const device = await page.evaluate(async () => {
    window.client = window.lab.open('webgpu', 1);
    return (await window.client) !== null;
  });
  expect(device).toBe(true);
  // A software GPU compiles every session anew: the other probes run in Node, on WebAssembly.
  const cases = Object.entries(index.cases).filter(([name]) => /^(ep|linear)/.test(name));
  for (const [caseName, { tolerance }] of cases) {
    const recording = [...readFileSync(path.join(directory, `${caseName}.safetensors`))];
    const errors = await page.evaluate(
      async ([name, bytes]) =>
        (await window.client).call('parity', {
          caseName: name,
          recording: new Uint8Array(bytes),
        }),
      [caseName, recording] as const,
    );
    const verdict = judge(errors, tolerance);
    expect(verdict.pass, `${caseName}: ${verdict.line}`).toBe(true);
  }
});
