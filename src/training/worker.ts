import { serve, transfer } from '../bridge/host';
import { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { TrainerCalls, TrainerEvent } from './api';
import { compare, type KeptRun } from './compare';
import { TokenStore } from './token-store';
import { describeRun, type FinishedRun, trainHead } from './train';

/** The trainer worker: holds the tokens of every image, the trained head, and those of the last study. */

const store = new TokenStore();
let runtime: Runtime | null = null;
/** The run whose head `inspect` shows. */
let shown: FinishedRun | null = null;
let watched: string | null = null;
let stopAsked = false;
const study = new Map<string, KeptRun>();

function loaded(): Runtime {
  if (!runtime) throw new Error('The trainer has no runtime yet: call load first.');
  return runtime;
}

/** A head that is not shown needs no sessions; it makes them anew when it is shown again. */
async function show(run: FinishedRun): Promise<void> {
  if (shown !== run) await shown?.view.release();
  shown = run;
}

/** Lets messages be heard between two steps, an abort among them. */
function pauseUntilAborted(signal: AbortSignal) {
  return async () => {
    await nextMessage();
    signal.throwIfAborted();
  };
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
    const { run, result } = await trainHead(loaded(), store, request, {
      onProgress: (news) => progress(news, news.maps ? [news.maps.weights.buffer] : []),
      watched: () => (watched !== null && store.has(watched) ? watched : null),
      stopAsked: () => stopAsked,
      pause: pauseUntilAborted(signal),
    });
    await show(run);
    return result;
  },

  stop() {
    stopAsked = true;
    return null;
  },

  async inspect({ imageId }) {
    if (!shown || !store.has(imageId)) return null;
    const seen = await shown.view.inspect(shown.head.tensors, imageId);
    return transfer(seen, seen.maps ? [seen.maps.weights.buffer] : []);
  },

  async compare(request, { signal, progress }) {
    if (request.finished.length === 0) study.clear();
    await compare(loaded(), store, request, {
      onProgress: (news) => progress(news),
      pause: pauseUntilAborted(signal),
      keep: (key, kept) => study.set(key, kept),
    });
    return null;
  },

  async openHead({ key }) {
    const kept = study.get(key);
    if (!kept) return null;
    const result = await describeRun(kept.run, store);
    await show(kept.run);
    return { result, curve: kept.curve };
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
