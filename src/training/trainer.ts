import type { CallContext, Handlers } from '../bridge/host';
import { pauseUntilAborted } from '../bridge/next-message';
import type { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { CurvePoint } from '../vocabulary/heads';
import { ProgrammingError } from '../vocabulary/programming-error';
import type { TrainerCalls, TrainerEvent } from './api';
import { TokenStore } from './data/token-store';
import { importHead } from './head/import-head';
import { portableHead } from './head/portable-head';
import { HeadRegistry } from './head/registry';
import { questionHandlers } from './questions';
import { compareProbes } from './run/compare';
import { measureLowShot } from './run/low-shot';
import { describeRun, trainHead } from './run/train';
import type { TrainProgress, TrainRequest, TrainResult } from './run/train-api';

export interface TrainerParts {
  loadRuntime: typeof loadRuntime;
  /** What no other worker's heads are named by, see `HeadRegistry`. */
  mark?: string;
  /** Sends the page an event. */
  emit(event: TrainerEvent): void;
}

/** What the trainer worker does: holds the tokens of every image, and every trained head. */
export function createTrainer(parts: TrainerParts): Handlers<TrainerCalls> {
  const store = new TokenStore();
  const heads = new HeadRegistry(store, parts.mark);
  /** Training curves of the heads of the last study, by entry. */
  const studyCurves = new Map<string, CurvePoint[]>();
  let runtime: Runtime | null = null;
  let watchedImageId: string | null = null;
  let stopRequested = false;

  function loaded(): Runtime {
    if (!runtime) throw new ProgrammingError('The trainer has no runtime yet: call load first.');
    return runtime;
  }

  async function train(
    request: TrainRequest,
    { signal, progress }: CallContext<TrainProgress>,
  ): Promise<TrainResult> {
    stopRequested = false;
    if (request.watchedImageId !== undefined) watchedImageId = request.watchedImageId;
    const { run, result } = await trainHead(loaded(), store, request, {
      onProgress: (value) => progress(value, value.maps ? [value.maps.weights.buffer] : []),
      watched: () => (watchedImageId !== null && store.has(watchedImageId) ? watchedImageId : null),
      stopRequested: () => stopRequested,
      pause: pauseUntilAborted(signal),
    });
    return { headId: await heads.add(run), ...result };
  }

  return {
    async load({ device, threads, runtimeFiles }) {
      runtime = await parts.loadRuntime(device, { threads, files: runtimeFiles });
      void runtime.lost?.then((failure) => parts.emit({ kind: 'device-lost', failure }));
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
      watchedImageId = imageId;
      return null;
    },

    train,

    stop() {
      stopRequested = true;
      return null;
    },

    async compare(request, { signal, progress }) {
      if (request.finished.length === 0) {
        studyCurves.clear();
        await heads.forgetStudy();
      }
      await compareProbes(loaded(), store, request, {
        onProgress: (value) => progress(value),
        pause: pauseUntilAborted(signal),
        async onHead(key, { run, curve }) {
          await heads.addOfStudy(key, run);
          studyCurves.set(key, curve);
        },
      });
      return null;
    },

    async lowShot(request, { signal, progress }) {
      await measureLowShot(loaded(), store, request, {
        onResult: (result) => progress(result),
        pause: pauseUntilAborted(signal),
      });
      return null;
    },

    openHead({ key }, { signal }) {
      const headId = heads.open(key);
      if (headId === null) return null;
      return heads.use({ headId, epoch: null }, async ({ run }) => ({
        result: { headId, ...(await describeRun(run, store, pauseUntilAborted(signal))) },
        curve: studyCurves.get(key) ?? [],
      }));
    },

    exportHead({ headId, snapshots }) {
      const run = heads.runOf(headId);
      // Posting it copies it, once.
      return run && portableHead(snapshots ? run : { ...run, snapshots: [] });
    },

    async importHead({ headId, head }) {
      await heads.addOld(headId, importHead(loaded(), store, head));
      return null;
    },

    async forgetHead({ headId }) {
      await heads.forget(headId);
      return null;
    },

    ...questionHandlers({ heads, store }),
  };
}
