import type { Page, Worker } from '@playwright/test';

/** A sentence in each worker's script by which it can be told from the others. */
const SENTENCES = {
  backbone: 'No backbone is loaded yet',
  trainer: 'The trainer has no runtime yet',
};
export type WorkerName = keyof typeof SENTENCES;

/** The page's worker of that name that runs now. */
export async function findWorker(page: Page, name: WorkerName): Promise<Worker> {
  const found: Worker[] = [];
  for (const worker of page.workers()) {
    if (!worker.url().startsWith('http')) continue;
    const script = await (await page.request.get(worker.url())).text();
    if (script.includes(SENTENCES[name])) found.push(worker);
  }
  // One that has been given up may not be gone yet.
  const worker = found.at(-1);
  if (!worker) throw new Error(`No ${name} worker runs.`);
  return worker;
}

/** Makes a worker's script fail with an error that nobody catches. */
export async function kill(page: Page, name: WorkerName): Promise<void> {
  const worker = await findWorker(page, name);
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    });
  });
}

/** Takes the graphics device away from the backbone's worker. */
export async function loseGpu(page: Page): Promise<void> {
  const worker = await findWorker(page, 'backbone');
  await worker.evaluate(() => {
    const { gpuDevice } = globalThis as { gpuDevice?: GPUDevice };
    gpuDevice?.destroy();
  });
}
