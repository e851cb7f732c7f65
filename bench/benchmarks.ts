import type { Page } from '@playwright/test';
import type { ProbeOptions } from '../src/probes/choice';
import { PROBES } from '../src/probes/methods/list';
import { backboneBenchmarks } from './backbones';
import { inLab } from './in-lab';
import { INSPECTOR } from './inspector';
import type { StepRun, StepSize } from './lab-api';
import { type Measurement, measurement, median } from './measurements';
import type { Lab } from './serve-lab';
import { TOKEN_CACHE } from './token-cache';

/** Where the benchmarks run: the lab's page (development server) and the built page. */
export interface Places {
  lab: Lab;
  /** Builds and serves the page when first asked. */
  pageUrl(): Promise<string>;
  /** The same for a page whose backbone sees more patches. */
  finerPageUrl(): Promise<string>;
}

/** Some measurements that belong together, so that their ratios come from one run. */
export interface Benchmark {
  names: readonly string[];
  run(places: Places, wanted: readonly string[]): Promise<Measurement[]>;
}

const ROUNDS = 15;

/** The size that the time of a step of EP has always been measured at. */
const EP_SIZE: StepSize = { batch: 100, patches: 256, width: 384, classes: 10 };
/** A person's mini-batch on a ViT-S: what the probes are compared at. */
const PROBE_SIZE: StepSize = { batch: 32, patches: 196, width: 384, classes: 10 };

const EP: StepRun = run('ep', { queries: 8, dOut: 1 });
const OTHERS: readonly StepRun[] = [
  ...PROBES.filter(({ name }) => name !== 'ep').map(({ name }) => run(name)),
  run('abmilp', { selfAttention: 0 }),
];

const OF_TRAINING: readonly Benchmark[] = [
  {
    names: ['ep-step/wasm-1'],
    run: async (places) => {
      const [ep = []] = await steps(places, 1, [EP], EP_SIZE);
      return [measurement('ep-step/wasm-1', ep)];
    },
  },
  {
    names: ['ep-step/wasm-2', 'ep-step-reference/wasm-2', 'gap-step/wasm-2'],
    run: async (places, wanted) => {
      const runs = [EP, { ...EP, form: 'reference' as const }, run('gap')];
      const [ep = [], reference = [], gap = []] = await steps(places, 2, runs, EP_SIZE);
      const ratio = (numbers: number[]) => `${(median(numbers) / median(ep)).toFixed(1)}× ep-step`;
      return [
        measurement('ep-step/wasm-2', ep),
        measurement('ep-step-reference/wasm-2', reference, ratio(reference)),
        measurement('gap-step/wasm-2', gap, ratio(gap)),
      ].filter(({ name }) => wanted.includes(name));
    },
  },
  {
    names: [EP, ...OTHERS].map(stepName),
    run: async (places, wanted) => {
      const runs = [EP, ...OTHERS.filter((other) => wanted.includes(stepName(other)))];
      const times = await steps(places, 2, runs, PROBE_SIZE);
      const ep = median(times[0] ?? []);
      return runs
        .map((one, index) => {
          const numbers = times[index] ?? [];
          const ratio = `${(median(numbers) / ep).toFixed(1)}× ${stepName(EP)}`;
          return measurement(stepName(one), numbers, one === EP ? '' : ratio);
        })
        .filter(({ name }) => wanted.includes(name));
    },
  },
  {
    names: ['session-create'],
    run: async (places) => {
      const times = await inLab(places, 2, (page) =>
        page.evaluate(
          async ([ep, size]) =>
            (await window.client).call('createSession', { run: ep, size, rounds: 7 }),
          [EP, EP_SIZE] as const,
        ),
      );
      return [measurement('session-create', times, 'EP training step, two threads')];
    },
  },
];

const FIRST_TRAINING: Benchmark = {
  names: ['first-maps/cold', 'first-maps/warm'],
  run: async ({ lab, pageUrl }, wanted) => {
    const url = await pageUrl();
    const context = await lab.browser.newContext();
    // The second tab finds the files in the browser's cache; it gets a project of its own.
    const cold = await firstMaps(await context.newPage(), url);
    const warm = await firstMaps(await context.newPage(), url);
    await context.close();
    return [
      { name: 'first-maps/cold', value: cold, unit: 'ms' as const, note: FIRST_MAPS },
      { name: 'first-maps/warm', value: warm, unit: 'ms' as const, note: FIRST_MAPS },
    ].filter(({ name }) => wanted.includes(name));
  },
};

/** @param files models of a person's own that are timed beside the bundled ones. */
export function benchmarks(files: readonly string[]): Benchmark[] {
  return [...OF_TRAINING, ...backboneBenchmarks(files), TOKEN_CACHE, FIRST_TRAINING, ...INSPECTOR];
}

const FIRST_MAPS = 'one run: from opening the page to trained maps of the 48 Starter images';

/** Opens the page, takes the samples, trains, and waits for maps and result as a person would. */
async function firstMaps(page: Page, url: string): Promise<number> {
  const start = performance.now();
  await page.goto(url);
  await page.getByRole('button', { name: 'Try the samples' }).click();
  await page.getByRole('button', { name: 'Train', exact: true }).click({ timeout: 120_000 });
  // Asked rarely and cheaply: looking for roles and names at every frame takes a core of its own.
  await page.waitForFunction(
    () => {
      const result = document.querySelector('[role=status]')?.textContent ?? '';
      const map = document.querySelector('[role=img][aria-label^="Query 1 on "]');
      return /Held-out accuracy \d+/.test(result) && map !== null;
    },
    null,
    { polling: 100, timeout: 240_000 },
  );
  return performance.now() - start;
}

function steps(places: Places, threads: number, runs: StepRun[], size: StepSize) {
  return inLab(places, threads, (page) =>
    page.evaluate(
      async ([asked, sizes, rounds]) =>
        (await window.client).call('steps', { runs: [...asked], size: sizes, rounds }),
      [runs, size, ROUNDS] as const,
    ),
  );
}

function run(name: string, options: ProbeOptions = {}): StepRun {
  return { probe: { name, options }, form: 'factored' };
}

function stepName({ probe: { name, options } }: StepRun): string {
  return `probe-step/${name}${options.selfAttention === 0 ? '-none' : ''}`;
}
