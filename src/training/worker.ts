import { serve } from '../bridge/host';
import { pauseUntilAborted } from '../bridge/next-message';
import { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { CurvePoint } from '../vocabulary/heads';
import { ProgrammingError } from '../vocabulary/programming-error';
import type { TrainerCalls, TrainerEvent } from './api';
import { TokenStore } from './data/token-store';
import { HeadRegistry } from './head/registry';
import { inspectCalls } from './questions/calls';
import { tokenViewCalls } from './questions/tokens/tokens';
import { compare } from './run/compare';
import { describeRun, trainHead } from './run/train';

/** The trainer worker: holds the tokens of every image, and every trained head. */

const store = new TokenStore();
const heads = new HeadRegistry(store);
let runtime: Runtime | null = null;
let watched: string | null = null;
let stopRequested = false;
/** Training curves of the heads of the last study, by entry. */
const studyCurves = new Map<string, CurvePoint[]>();

function loaded(): Runtime {
  if (!runtime) throw new ProgrammingError('The trainer has no runtime yet: call load first.');
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

  async reset() {
    studyCurves.clear();
    store.clear();
    await heads.forgetAll();
    return null;
  },

  watch({ imageId }) {
    watched = imageId;
    return null;
  },

  async train(request, { signal, progress }) {
    stopRequested = false;
    const { run, result } = await trainHead(loaded(), store, request, {
      onProgress: (news) => progress(news, news.maps ? [news.maps.weights.buffer] : []),
      watched: () => (watched !== null && store.has(watched) ? watched : null),
      stopRequested: () => stopRequested,
      pause: pauseUntilAborted(signal),
    });
    return { headId: await heads.add(run), ...result };
  },

  stop() {
    stopRequested = true;
    return null;
  },

  async compare(request, { signal, progress }) {
    if (request.finished.length === 0) {
      studyCurves.clear();
      await heads.forgetStudy();
    }
    await compare(loaded(), store, request, {
      onProgress: (news) => progress(news),
      pause: pauseUntilAborted(signal),
      async keep(key, { run, curve }) {
        await heads.addOfStudy(key, run);
        studyCurves.set(key, curve);
      },
    });
    return null;
  },

  openHead({ key }) {
    const headId = heads.open(key);
    if (headId === null) return null;
    return heads.use({ headId, epoch: null }, async ({ run }) => ({
      result: { headId, ...(await describeRun(run, store)) },
      curve: studyCurves.get(key) ?? [],
    }));
  },

  ...inspectCalls(heads, store),
  ...tokenViewCalls(store),
});
