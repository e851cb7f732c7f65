import { type Handlers, serve, transfer } from '../../bridge/host';
import { loadRuntime } from '../../runtime/onnxruntime';
import type { Runtime } from '../../runtime/runtime';
import { AppError, failureOf } from '../../vocabulary/failures';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { BackboneCalls, BackboneEvent } from './api';
import { cropPixels } from './crop-pixels';
import { Encoder } from './encoder';
import { normalise } from './normalise';
import { readModelFiles } from './read-model-files';
import { selfCheck } from './self-check';

interface Loaded {
  runtime: Runtime;
  encoder: Encoder;
}

const { emit } = serve<BackboneCalls, BackboneEvent>(
  encoderHandlers({
    emit(event) {
      emit(event);
    },
  }),
);

function encoderHandlers({ emit }: { emit(event: BackboneEvent): void }): Handlers<BackboneCalls> {
  let loaded: Loaded | null = null;

  function ready(): Loaded {
    if (!loaded) throw new ProgrammingError('No backbone is loaded yet.');
    return loaded;
  }

  async function encode(crops: readonly Blob[]) {
    const { encoder, runtime } = ready();
    const images = await Promise.all(crops.map((crop) => imageOf(crop, encoder)));
    return orDeviceLoss(runtime, encoder.encode(images));
  }

  return {
    async load({ backbone, device, threads, model, runtimeFiles }, { progress }) {
      const [runtime, files] = await Promise.all([
        loadRuntime(device, { threads, files: runtimeFiles }),
        readModelFiles(model),
      ]);
      progress('runtime-loaded');
      exposeForDevTools(runtime.gpu);
      void runtime.lost?.then((failure) => emit({ kind: 'device-lost', failure }));
      const session = await runtime.createSession(files.graph, files).catch((error: unknown) => {
        const cause = failureOf(error);
        throw new AppError({ code: 'backbone-not-started', label: backbone.label, cause });
      });
      loaded = { runtime, encoder: new Encoder(backbone, runtime, session) };
      return { device: runtime.device };
    },

    async extract({ crop }) {
      const [tokens] = await encode([crop]);
      if (!tokens) throw new ProgrammingError('The backbone gave no tokens.');
      return transfer(tokens, [tokens.data.buffer as ArrayBuffer]);
    },

    async extractMany({ crops }) {
      const tokens = await encode(crops);
      return transfer(
        tokens,
        tokens.map(({ data }) => data.buffer as ArrayBuffer),
      );
    },

    async bestBatch() {
      const { encoder, runtime } = ready();
      return { images: await orDeviceLoss(runtime, encoder.bestBatch()) };
    },

    async check({ crop, reference }) {
      const { encoder, runtime } = ready();
      const image = await imageOf(crop, encoder);
      let tokens: Awaited<ReturnType<Encoder['encodeUnchecked']>>;
      try {
        tokens = await encoder.encodeUnchecked(image);
      } catch (error) {
        if (await isLost(runtime)) throw error;
        // Some graphics devices have no 16-bit arithmetic.
        return { ok: false, failure: { code: 'half-does-not-run' } };
      }
      return selfCheck(tokens, reference);
    },
  };
}

async function imageOf(crop: Blob, { spec }: Encoder): Promise<Float32Array> {
  return normalise(await cropPixels(crop, spec.preprocessing.crop), spec.preprocessing);
}

/** So that the page hears of a lost device first, instead of taking the image for a bad one. */
function orDeviceLoss<T>(runtime: Runtime, run: Promise<T>): Promise<T> {
  return run.catch(async (error: unknown) => {
    await isLost(runtime);
    throw error;
  });
}

/** A run on a lost device fails a moment before the loss is known, so this waits for that moment. */
function isLost({ lost }: Runtime): Promise<boolean> {
  if (!lost) return Promise.resolve(false);
  return Promise.race([
    lost.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 200)),
  ]);
}

/** For DevTools, and for journeys that take the device away. */
function exposeForDevTools(gpu: GPUDevice | null): void {
  Object.assign(globalThis, { gpuDevice: gpu });
}
