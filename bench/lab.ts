import { recognise } from '../src/backbones/recognise';
import { recogniseTokens } from '../src/backbones/token-facts';
import { tryModel } from '../src/backbones/trial';
import type { TrialStep } from '../src/backbones/trial-api';
import { WorkerClient } from '../src/bridge/client';
import type { DeviceKind } from '../src/runtime/device';
import type { LabCalls } from './lab-api';
import type { StudyCalls } from './study-api';

/**
 * A page that starts one fresh worker per device and number of threads (the runtime can be set up
 * only once in a worker). Driven from outside through `window.lab`.
 */
const lab = {
  async open(device: DeviceKind, threads: number) {
    const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
    const client = new WorkerClient<LabCalls>(worker, { silenceMs: 600_000 });
    await client.call('load', { device, threads });
    return client;
  },

  /** A worker of `study-worker.ts`, nothing loaded yet. */
  openStudy() {
    const worker = new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module' });
    return new WorkerClient<StudyCalls>(worker, { silenceMs: 600_000 });
  },

  /** What the program makes of a model that a person brings, from its bytes to its tokens. */
  async identify(bytes: readonly number[], limits?: Record<TrialStep, number>, threads = 1) {
    const graph = new Blob([Uint8Array.from(bytes)]);
    const recognised = await recognise({ name: 'mine.onnx', graph, beside: [] });
    if (recognised.kind !== 'recognised') return recognised;
    const outcome = await tryModel(recognised.facts, {
      device: 'wasm',
      threads,
      picture: null,
      pixels: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
      ...(limits && { limits }),
    });
    if (outcome.kind === 'failed') return outcome;
    const { milliseconds } = outcome.run;
    return { ...recogniseTokens(recognised.facts, outcome.run), milliseconds };
  },
};

declare global {
  interface Window {
    lab: typeof lab;
    /** The worker that the driver has opened last. */
    client: ReturnType<typeof lab.open>;
    study: ReturnType<typeof lab.openStudy>;
  }
}
window.lab = lab;
