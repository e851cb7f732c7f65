import { WorkerClient } from '../../bridge/client';
import { startInTime } from '../../bridge/start-in-time';
import type { RuntimeFiles } from '../../runtime/files';
import type { ImageTokens } from '../../vocabulary/images';
import type { Backbone, ModelBlobs } from '../backbone';
import type { BackboneCalls, BackboneEvent } from './api';
import { loadBackbone } from './load-backbone';
import { BACKBONE_SILENCE_MS, RUN_LIMIT_MS } from './patience';

/**
 * The tokens that WebAssembly gives for one crop, in a worker that ends afterwards: there 16-bit
 * weights are computed with as 32-bit floats, so they are what a GPU's 16-bit tokens are held
 * against.
 * @throws the worker's error, `AbortError` when `signal` aborts.
 */
export async function wasmReference(
  {
    backbone,
    model,
    threads,
    runtimeFiles,
    crop,
  }: {
    backbone: Backbone;
    model: ModelBlobs;
    threads: number;
    /** Of WebAssembly. */
    runtimeFiles?: RuntimeFiles;
    crop: Blob;
  },
  signal?: AbortSignal,
): Promise<ImageTokens> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const client = new WorkerClient<BackboneCalls, BackboneEvent>(worker, {
    silenceMs: BACKBONE_SILENCE_MS,
  });
  try {
    const load = { backbone, device: 'wasm', threads, model } as const;
    await loadBackbone(client, runtimeFiles ? { ...load, runtimeFiles } : load, signal);
    return await startInTime(client, RUN_LIMIT_MS, () =>
      client.call('extract', { crop }, { signal }),
    );
  } finally {
    client.end();
  }
}
