import { expect, type Locator, type Page } from '@playwright/test';

/** The maps of the image `file`, one per query. */
export function mapsOn(within: Page | Locator, file: string): Locator {
  const escaped = file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return within.getByRole('img', { name: new RegExp(`^Query \\d+ on ${escaped}$`) });
}

/**
 * Waits until `count` maps of `file` are drawn, each of them with its own ink.
 * @returns the ink of each, see `inksOf`.
 */
export async function untilMapsShow(
  within: Page | Locator,
  file: string,
  count: number,
): Promise<number[][]> {
  const maps = mapsOn(within, file);
  await expect(maps).toHaveCount(count);
  const names = await maps.evaluateAll((all) => all.map((map) => map.ariaLabel));
  expect(names).toEqual(names.map((_, query) => `Query ${query + 1} on ${file}`));
  let inks: number[][] = [];
  await expect(async () => {
    inks = inksOf(await coloursOf(maps));
    for (const ink of inks) expect(Math.max(...ink)).toBeGreaterThan(20);
    expect(new Set(inks.map((ink) => ink.join())).size).toBe(count);
  }).toPass({ timeout: 15_000 });
  return inks;
}

/**
 * How much each map adds to the grey photo below it, over every patch, row by row: (maps, 196),
 * 0…765. Where most maps are transparent they show what the photo is.
 * @param seen (maps, 196, 3)
 */
function inksOf(seen: number[][][]): number[][] {
  return seen.map((map) =>
    map.map((rgb, patch) =>
      rgb.reduce((sum, value, channel) => {
        const values = seen.map((other) => other[patch]?.[channel] ?? 0).sort((a, b) => a - b);
        return sum + Math.abs(value - (values[values.length >> 1] ?? 0));
      }, 0),
    ),
  );
}

/** The colours of all maps of `file`, in the middle of every patch: (maps, 196, 3). */
export async function coloursOn(within: Page | Locator, file: string): Promise<number[][][]> {
  return coloursOf(mapsOn(within, file));
}

/**
 * The colour in the middle of every patch, row by row: (maps, 196, 3). All maps at once, because to
 * look for one by role and name takes longer than to read it.
 */
function coloursOf(maps: Locator): Promise<number[][][]> {
  return maps.evaluateAll((elements) =>
    elements.map((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error('A map is no canvas.');
      const cells = 14;
      const { width, height } = element;
      const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      return Array.from({ length: cells * cells }, (_, patch) => {
        const x = Math.floor((((patch % cells) + 0.5) / cells) * width);
        const y = Math.floor(((Math.floor(patch / cells) + 0.5) / cells) * height);
        return [...pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 3)];
      });
    }),
  );
}

/** The share of its attention, in percent, that each query gives the patch pointed at. */
export async function weightsShown(page: Page): Promise<number[]> {
  const numbers = await page.locator('.weight__number').allInnerTexts();
  return numbers.map((text) => Number.parseFloat(text));
}
