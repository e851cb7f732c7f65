import type { Page } from '@playwright/test';
import { manyPictures } from '../e2e/fixtures/many-pictures';
import {
  addClass,
  addImages,
  openPage,
  train,
  trySamples,
  untilExtracted,
  untilTrained,
} from '../e2e/person';
import type { Benchmark, Places } from './benchmarks';
import { FINER_GRID } from './finer-page';
import { type Measurement, median } from './measurements';

/** Pointer movements and image changes that a number rests on. */
const MOVES = 120;
const CHANGES = 20;

/** How fast the inspector answers a person, on the Starter samples with EP of eight queries. */
export const INSPECTOR: readonly Benchmark[] = [
  inspector(14, (places) => places.pageUrl()),
  inspector(FINER_GRID, (places) => places.finerPageUrl()),
  {
    names: ['inspector/scroll-1000'],
    run: async (places) => {
      const page = await openInspected(places, await places.pageUrl());
      const times = await framesWhileScrolling(page);
      await page.context().close();
      const note = `between two frames while the grid of one query scrolls; median of ${times.length}, most ${Math.max(...times).toFixed(0)}`;
      return [{ name: 'inspector/scroll-1000', value: median(times), unit: 'ms', note }];
    },
  },
];

function inspector(grid: number, urlOf: (places: Places) => Promise<string>): Benchmark {
  const tokens = grid * grid;
  const names = ['ready', 'point', 'point-evidence', 'switch'].map(
    (name) => `inspector/${name}-${tokens}`,
  );
  return {
    names,
    run: async (places, wanted) => {
      const url = await urlOf(places);
      const page = await openInspected(places, url, grid);
      await trySamples(page);
      await untilExtracted(page, 48);
      const ready = await untilReady(page);
      const point = await framesWhilePointing(page);
      const changes = await changesOfImage(page);
      await page.getByRole('radio', { name: 'Evidence' }).click();
      await page.locator('.reading--evidence').waitFor();
      const pointEvidence = await framesWhilePointing(page);
      await page.context().close();
      const measurements: Measurement[] = [
        { name: names[0] ?? '', value: ready, unit: 'ms', note: READY },
        frames(names[1] ?? '', point),
        frames(names[2] ?? '', pointEvidence),
        {
          name: names[3] ?? '',
          value: median(changes),
          unit: 'ms',
          note: `arrow key to the new image’s weights on screen; median of ${CHANGES}, most ${Math.max(...changes).toFixed(0)}`,
        },
      ];
      return measurements.filter(({ name }) => wanted.includes(name));
    },
  };
}

/** A page of its own, with a backbone that takes no time. */
async function openInspected({ lab }: Places, baseURL: string, grid = 14): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await lab.browser.newContext({ baseURL, viewport });
  // What runs in the page is compiled by tsx, which wraps every named function in this.
  await context.addInitScript('globalThis.__name = (f) => f');
  const page = await context.newPage();
  await openPage(page, { grid });
  return page;
}

const READY = 'one run: from the sentence that training has ended to a patch answering the pointer';

function frames(name: string, times: readonly number[]): Measurement {
  const note = `main-thread work of a frame in which the pointer moves; median of ${MOVES}, most ${Math.max(...times).toFixed(1)}`;
  return { name, value: median(times), unit: 'ms', note };
}

/** Trains, and measures in the page how long after the result a patch answers. */
async function untilReady(page: Page): Promise<number> {
  await train(page);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let ended = 0;
        const look = () => {
          const result = document.querySelector('[role=status]')?.textContent ?? '';
          if (ended === 0 && /Held-out accuracy \d+/.test(result)) ended = performance.now();
          const answers = ended > 0 && pointAnswers();
          if (answers) resolve(performance.now() - ended);
          else requestAnimationFrame(look);
        };
        const pointAnswers = () => {
          const map = document.querySelector('[data-map]');
          const box = map?.getBoundingClientRect();
          if (!map || !box) return false;
          const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
          map.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true }));
          const evidence = document.querySelector<HTMLButtonElement>(
            '[role=radio][value=evidence]',
          );
          const reading = document.querySelector('.reading')?.textContent ?? '';
          return /row \d+/.test(reading) && evidence?.disabled === false;
        };
        look();
      }),
  );
}

/**
 * Moves the pointer over the joint figure once a frame, each time to another patch.
 * @returns per movement the milliseconds of its event and of the frame after it: script, style,
 * layout and paint.
 */
function framesWhilePointing(page: Page): Promise<number[]> {
  return page.evaluate(async (moves) => {
    const map = document.querySelector('[data-map]');
    if (!map) throw new Error('There is no map to point at.');
    const box = map.getBoundingClientRect();
    const times: number[] = [];
    for (let move = 0; move < moves; move++) {
      const at = {
        clientX: box.x + ((move * 0.37) % 1) * box.width,
        clientY: box.y + ((move * 0.61) % 1) * box.height,
      };
      // Asked for before the event's own drawings, so that it runs first in their frame.
      const frame = new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const began = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve(performance.now() - began);
          };
          port2.postMessage(null);
        }),
      );
      const before = performance.now();
      map.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true }));
      const handling = performance.now() - before;
      times.push(handling + (await frame));
    }
    return times;
  }, MOVES);
}

/** Walks through the images with a patch pointed at, until its weights are those of the new image. */
function changesOfImage(page: Page): Promise<number[]> {
  return page.evaluate(async (changes) => {
    // Follows the peak of an image's maps, which no two images share; shares in words may agree.
    const weights = () =>
      document.querySelector<HTMLElement>('.reading')?.style.getPropertyValue('--uniform') ?? '';
    const times: number[] = [];
    for (let change = 0; change < changes; change++) {
      const before = weights();
      const start = performance.now();
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await new Promise<void>((resolve) => {
        const look = () => {
          if (weights() !== before && weights() !== '') resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      // The maps are drawn in the frame after their weights have come.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return times;
  }, CHANGES);
}

/** Scrolls a thousand images by, a quarter of a screen a frame. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  const pictures = await manyPictures('picture', 1000, 23);
  for (const [name, part] of [
    ['first', pictures.slice(0, 500)],
    ['second', pictures.slice(500)],
  ] as const) {
    await addClass(page, name);
    await addImages(page, part, { to: name });
  }
  await page.getByText(/^1,000 images/).waitFor({ timeout: 900_000 });
  await train(page);
  await untilTrained(page);
  await page.getByRole('radio', { name: 'One query', exact: true }).click();
  await page.locator('[role=listbox] canvas[data-drawn]').first().waitFor();
  return page.evaluate(async () => {
    const first = document.querySelector('[role=listbox] canvas');
    let place = first?.parentElement ?? null;
    while (place && place.scrollHeight <= place.clientHeight + 1) place = place.parentElement;
    if (!place) throw new Error('The grid does not scroll.');
    const times: number[] = [];
    let before = performance.now();
    for (let frame = 0; frame < 200; frame++) {
      place.scrollTop += place.clientHeight / 4;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times;
  });
}
