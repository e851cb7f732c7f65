import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { BUNDLED_BACKBONES } from '../src/backbones/catalogue/bundled-backbones';
import type { Benchmark, Places } from './benchmarks';
import { inLab } from './in-lab';
import type { BackboneTimes, LabModel } from './lab-api';
import { type Measurement, measurement, median, skipped } from './measurements';
import { openLabPage } from './serve-lab';

const ROUNDS = 15;

/** An encoder to be timed, and how a lab page comes by it. */
interface Timed {
  id: string;
  /** Puts `window.model` on the page. */
  take(page: Page): Promise<void>;
}

declare global {
  interface Window {
    model: Promise<LabModel>;
  }
}

/**
 * Milliseconds per image of every bundled backbone and of a person's own files, on every device.
 * @param files paths of .onnx files; weights may lie beside one, in a file of its name and `_data`.
 */
export function backboneBenchmarks(files: readonly string[]): Benchmark[] {
  return [...BUNDLED_BACKBONES.map(({ id }) => bundled(id)), ...files.map(own)].flatMap((one) => [
    onWasm(one, 1),
    onWasm(one, 2),
    onWebGpu(one),
  ]);
}

function onWasm(one: Timed, threads: number): Benchmark {
  const name = `backbone/${one.id}/wasm-${threads}`;
  return {
    names: [name],
    run: async (places) => [
      describe(name, await inLab(places, threads, (page) => time(one, page))),
    ],
  };
}

function onWebGpu(one: Timed): Benchmark {
  const name = `backbone/${one.id}/webgpu`;
  return {
    names: [name],
    run: async (places) => {
      const adapter = await adapterOf(places);
      if (adapter !== 'real') {
        const has =
          adapter === 'none' ? 'no graphics device' : 'a graphics device in software only';
        return [skipped(name, `this browser has ${has}`)];
      }
      return [describe(name, await inLab(places, 1, (page) => time(one, page), 'webgpu'))];
    },
  };
}

async function adapterOf({ lab }: Places) {
  const page = await openLabPage(lab);
  const adapter = await page.evaluate(() => window.lab.adapter());
  await page.context().close();
  return adapter;
}

async function time(one: Timed, page: Page): Promise<BackboneTimes> {
  await one.take(page);
  return page.evaluate(
    async (rounds) => (await window.client).call('backbone', { model: await window.model, rounds }),
    ROUNDS,
  );
}

function describe(name: string, { create, image, best, perImage }: BackboneTimes): Measurement {
  const parts = ['one image', `session created in ${create.toFixed(0)} ms`];
  if (perImage === null) parts.push('the graph fixes the batch');
  else if (best) parts.push(`at best ${best.images} at once: ${median(best.image).toFixed(1)} ms`);
  else parts.push('more at once gain nothing');
  const larger = perImage?.map(([images, ms]) => `${images}: ${ms.toFixed(1)} ms`) ?? [];
  if (larger.length > 0) parts.push(`tried per image: ${larger.join(', ')}`);
  return measurement(name, image, parts.join('; '));
}

function bundled(id: string): Timed {
  return {
    id,
    take: (page) =>
      page.evaluate((backbone) => {
        window.model = window.lab.bundled(backbone);
      }, id),
  };
}

function own(file: string): Timed {
  const { name, dir, base } = path.parse(path.resolve(file));
  const beside = existsSync(`${file}_data`) ? [`${base}_data`] : [];
  const addressOf = (each: string) => `/own-model/${encodeURIComponent(each)}`;
  const weights = beside.map((each) => ({ name: each, address: addressOf(each) }));
  return {
    // Exports are often all called "model" and told apart by their folder.
    id: name === 'model' ? path.basename(dir) : name,
    async take(page) {
      await page.route('**/own-model/*', (route) => {
        const asked = path.basename(new URL(route.request().url()).pathname);
        return route.fulfill({ path: path.join(dir, decodeURIComponent(asked)) });
      });
      await page.evaluate(
        ([address, others]) => {
          window.model = window.lab.model(address, others);
        },
        [addressOf(base), weights] as const,
      );
    },
  };
}
