import type { Page } from '@playwright/test';
import type { DeviceKind } from '../src/runtime/device';
import type { Places } from './benchmarks';
import { openLabPage } from './serve-lab';

/**
 * Runs `work` on a fresh lab page whose worker has WebAssembly with so many threads, or whatever
 * else is asked for.
 */
export async function inLab<T>(
  { lab }: Places,
  threads: number,
  work: (page: Page) => Promise<T>,
  device: DeviceKind = 'wasm',
): Promise<T> {
  const page = await openLabPage(lab);
  await page.evaluate(
    ([kind, count]) => {
      window.client = window.lab.open(kind, count);
    },
    [device, threads] as const,
  );
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}
