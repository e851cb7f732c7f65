import { serve, transfer } from '../bridge/host';
import { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { TrainerCalls, TrainerEvent } from './api';
import type { HeadView } from './head-view';
import { TokenStore } from './token-store';
import { type TrainedHead, trainHead } from './train';

/** The trainer worker: holds the tokens of every image and the trained head. */

const store = new TokenStore();
let runtime: Runtime | null = null;
let trained: { head: TrainedHead; view: HeadView } | null = null;
let watched: string | null = null;
let stopAsked = false;

function loaded(): Runtime {
  if (!runtime) throw new Error('The trainer has no runtime yet: call load first.');
  return runtime;
}

const { emit } = serve<TrainerCalls, TrainerEvent>({
  async load({ device, threads, runtimeFiles }) {
    runtime = await loadRuntime(device, { threads, files: runtimeFiles });
    void runtime.lost?.then((message) => emit({ kind: 'device-lost', message }));
    return { device: runtime.device };
  },

  putTokens({ imageId, tokens }) {
    store.put(imageId, tokens);
    return null;
  },

  dropTokens({ imageIds }) {
    for (const imageId of imageIds) store.drop(imageId);
    return null;
  },

  watch({ imageId }) {
    watched = imageId;
    return null;
  },

  async train(request, { signal, progress }) {
    stopAsked = false;
    const { result, ...fresh } = await trainHead(loaded(), store, request, {
      onProgress: (news) => progress(news, news.maps ? [news.maps.weights.buffer] : []),
      watched: () => (watched !== null && store.has(watched) ? watched : null),
      stopAsked: () => stopAsked,
      async pause() {
        await nextMessage();
        signal.throwIfAborted();
      },
    });
    await trained?.view.release();
    trained = fresh;
    return result;
  },

  stop() {
    stopAsked = true;
    return null;
  },

  async inspect({ imageId }) {
    if (!trained || !store.has(imageId)) return null;
    const seen = await trained.view.inspect(trained.head.tensors, imageId);
    return transfer(seen, seen.maps ? [seen.maps.weights.buffer] : []);
  },
});

/** Resolves once waiting messages have been heard; a timer would wait 4 ms every time. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
