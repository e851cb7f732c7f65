import { expect, type Page, test } from '@playwright/test';
import { LAB_PORT } from './ports';

/** What only a browser can show of the stores for models and tokens: reloads and full disks. */

const LAB = `http://localhost:${LAB_PORT}/bench/lab.html`;

test.beforeEach(async ({ page }) => {
  await page.goto(LAB);
});

test('a model’s file outlives a reload, is listed with its size, and can be deleted', async ({
  page,
}) => {
  const bytes = 20_000_000;
  expect(await keepModel(page, bytes)).toBe('kept');
  await page.reload();
  const found = await page.evaluate(async () => {
    const at = '/src/backbones/obtain/model-store.ts';
    const { ModelStore } = (await import(
      at
    )) as typeof import('../src/backbones/obtain/model-store');
    const store = await ModelStore.open();
    if (!store) throw new Error('This browser gives no storage.');
    const [first] = await store.list();
    const kept = await store.get(first?.key ?? '');
    const last = new Uint8Array((await kept?.file.slice(-1).arrayBuffer()) ?? []);
    const size = kept?.file.size;
    await store.delete(first?.key ?? '');
    return { first, size, last: last[0], after: await store.total() };
  });
  expect(found).toMatchObject({
    first: { name: 'a model', bytes },
    size: bytes,
    last: 7,
    after: 0,
  });
});

test('a file that does not fit on the disk is refused whole', async ({ page }) => {
  await limitStorage(page, 4_000_000);
  expect(await keepModel(page, 20_000_000)).toBe('disk-full');
  expect(await keepModel(page, 1_000_000)).toBe('kept');
  const sizes = await page.evaluate(async () => {
    const at = '/src/backbones/obtain/model-store.ts';
    const { ModelStore } = (await import(
      at
    )) as typeof import('../src/backbones/obtain/model-store');
    return (await (await ModelStore.open())?.list())?.map(({ bytes }) => bytes);
  });
  expect(sizes).toEqual([1_000_000]);
});

test('a file whose writing is interrupted is not there', async ({ page }) => {
  const bytes = 300_000_000;
  await page.evaluate(async (size) => {
    const at = '/src/backbones/obtain/model-store.ts';
    const { ModelStore } = (await import(
      at
    )) as typeof import('../src/backbones/obtain/model-store');
    const store = await ModelStore.open();
    const part = new Uint8Array(1_000_000);
    const file = new Blob(Array.from({ length: size / 1_000_000 }, () => part));
    void store?.put('https://hub.invalid/large', file, { name: 'large', sha256: 'ab' });
  }, bytes);
  await page.goto('about:blank');
  await page.goto(LAB);
  const found = await page.evaluate(async () => {
    const at = '/src/backbones/obtain/model-store.ts';
    const { ModelStore } = (await import(
      at
    )) as typeof import('../src/backbones/obtain/model-store');
    const kept = await (await ModelStore.open())?.get('https://hub.invalid/large');
    return kept ? kept.file.size : null;
  });
  expect([null, bytes]).toContain(found);
});

test('tokens come back after a reload, rounded to 16 bits', async ({ page }) => {
  expect(await putTokens(page, ['a', 'b'])).toEqual([true, true]);
  await page.reload();
  const back = await page.evaluate(async () => {
    const at = '/src/storage/token-cache.ts';
    const { TokenCache } = (await import(at)) as typeof import('../src/storage/token-cache');
    const found = await (await TokenCache.open())?.getMany(['b', 'missing', 'a']);
    const tokens = found?.get('b');
    return { keys: [...(found?.keys() ?? [])].sort(), ...tokens, data: [...(tokens?.data ?? [])] };
  });
  expect(back).toMatchObject({ keys: ['a', 'b'], prefixTokens: 1, patches: 49, width: 10 });
  expect(back.data).toHaveLength(500);
  expect(Math.abs((back.data[3] ?? 0) - Math.sin(3))).toBeLessThan(2 ** -12);
});

test('over its limit the cache drops what was used longest ago', async ({ page }) => {
  // Each image takes 1000 bytes.
  const limit = 5500;
  await putTokens(page, ['a', 'b', 'c', 'd', 'e'], limit);
  const left = await page.evaluate(async (most) => {
    const at = '/src/storage/token-cache.ts';
    const { TokenCache } = (await import(at)) as typeof import('../src/storage/token-cache');
    const cache = await TokenCache.open({ limit: most });
    if (!cache) throw new Error('This browser gives no storage.');
    const a = (await cache.getMany(['a'])).get('a');
    if (!a) throw new Error('The first image is gone already.');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await cache.put('f', 'model', a);
    const found = await cache.getMany(['a', 'b', 'c', 'd', 'e', 'f']);
    return { keys: [...found.keys()].sort(), ...(await cache.status()) };
  }, limit);
  // Down to nine tenths with the new one: two go, and "a" was used just now.
  expect(left).toEqual({ keys: ['a', 'd', 'e', 'f'], images: 4, bytes: 4000, refused: 0 });
});

test('on a full disk tokens are refused without a word, and counted', async ({ page }) => {
  await limitStorage(page, 100_000);
  const outcome = await page.evaluate(async () => {
    const at = '/src/storage/token-cache.ts';
    const { TokenCache } = (await import(at)) as typeof import('../src/storage/token-cache');
    const cache = await TokenCache.open();
    if (!cache) throw new Error('This browser gives no storage.');
    // A random start: what is all alike would be compressed away.
    const data = Float32Array.from({ length: 2_000_000 }, () => Math.random());
    const tokens = { data, prefixTokens: 0, patches: 2000, width: 1000 };
    const kept = await cache.put('large', 'model', tokens);
    return { kept, ...(await cache.status()) };
  });
  expect(outcome).toEqual({ kept: false, images: 0, bytes: 0, refused: 1 });
});

test('all tokens of one model can be deleted', async ({ page }) => {
  await putTokens(page, ['a', 'b']);
  const left = await page.evaluate(async () => {
    const at = '/src/storage/token-cache.ts';
    const { TokenCache } = (await import(at)) as typeof import('../src/storage/token-cache');
    const cache = await TokenCache.open();
    if (!cache) throw new Error('This browser gives no storage.');
    const tokens = (await cache.getMany(['a'])).get('a');
    if (tokens) await cache.put('other', 'another model', tokens);
    const deleted = await cache.deleteModel('model');
    return { deleted, ...(await cache.status()) };
  });
  expect(left).toMatchObject({ deleted: 2, images: 1 });
});

async function keepModel(page: Page, bytes: number): Promise<string | undefined> {
  return page.evaluate(async (size) => {
    const at = '/src/backbones/obtain/model-store.ts';
    const { ModelStore } = (await import(
      at
    )) as typeof import('../src/backbones/obtain/model-store');
    const content = new Uint8Array(size);
    content[size - 1] = 7;
    const about = { name: 'a model', sha256: 'ab' };
    return (await ModelStore.open())?.put(
      `https://hub.invalid/${size}`,
      new Blob([content]),
      about,
    );
  }, bytes);
}

function putTokens(page: Page, keys: string[], limit?: number): Promise<boolean[]> {
  return page.evaluate(
    async ([names, most]) => {
      const at = '/src/storage/token-cache.ts';
      const { TokenCache } = (await import(at)) as typeof import('../src/storage/token-cache');
      const cache = await TokenCache.open(most === null ? {} : { limit: most });
      const data = Float32Array.from({ length: 500 }, (_, index) => Math.sin(index));
      const kept: boolean[] = [];
      for (const name of names) {
        const tokens = { data, prefixTokens: 1, patches: 49, width: 10 };
        kept.push((await cache?.put(name, 'model', tokens)) ?? false);
        // Ages have to differ.
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      return kept;
    },
    [keys, limit ?? null] as const,
  );
}

/** Lets the page's storage hold this many bytes, as if the disk were full. */
async function limitStorage(page: Page, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(LAB);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}
