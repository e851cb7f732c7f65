import type { InferenceSession } from 'onnxruntime-common';
import { serve, transfer } from '../bridge/host';
import { fromHalves, toHalves } from '../files/float16';
import { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { BackboneCalls, BackboneEvent } from './api';
import type { Backbone } from './backbone';
import { cropPixels } from './crop-pixels';
import { normalise } from './normalise';
import { readModelFiles } from './read-model-files';
import { readTokens } from './read-tokens';
import { type EncoderOutput, runEncoder } from './run-encoder';

interface Encoder {
  backbone: Backbone;
  runtime: Runtime;
  session: InferenceSession;
}

let encoder: Encoder | null = null;

const { emit } = serve<BackboneCalls, BackboneEvent>({
  async load({ backbone, device, threads, model, runtimeFiles }) {
    const [runtime, files] = await Promise.all([
      loadRuntime(device, { threads, files: runtimeFiles }),
      readModelFiles(model),
    ]);
    exposeForDevTools(runtime.gpu);
    void runtime.lost?.then((message) => emit({ kind: 'device-lost', message }));
    const session = await runtime.createSession(files.graph, files).catch((error: unknown) => {
      throw new Error(`${backbone.label} could not be started: ${reason(error)}`);
    });
    encoder = { backbone, runtime, session };
    return { device: runtime.device };
  },

  async extract({ crop }) {
    if (!encoder) throw new Error('No backbone is loaded yet.');
    const { backbone, runtime, session } = encoder;
    const side = backbone.preprocessing.crop;
    const image = normalise(await cropPixels(crop, side), backbone.preprocessing);
    // Where the graph fixes more images than one, the others stay grey.
    const pixels = new Float32Array((backbone.batch ?? 1) * image.length);
    pixels.set(image);
    const { input, output } = backbone;
    const outputs = await runEncoder(runtime, session, { input, outputs: [output], side, pixels })
      // A failure of the run, whose cause may be on its way.
      .catch(async (error: unknown) => {
        await newsOfLoss(runtime);
        throw error;
      });
    const { data, ...shape } = readTokens(firstImage(outputs[output]), backbone);
    // As they come back from the cache: the same image always has the same tokens.
    const tokens = { ...shape, data: fromHalves(toHalves(data)) };
    return transfer(tokens, [tokens.data.buffer]);
  },
});

/** (B, T, D) → (1, T, D) */
function firstImage(output: EncoderOutput | undefined): EncoderOutput | undefined {
  const [batch = 1, ...rest] = output?.dims ?? [];
  return (
    output && { dims: [1, ...rest], data: output.data.subarray(0, output.data.length / batch) }
  );
}

/**
 * A run on a lost device fails a moment before the loss is known. Waiting for it lets the page hear
 * the cause first, instead of taking the image for a bad one.
 */
function newsOfLoss({ lost }: Runtime): Promise<unknown> {
  return Promise.race([lost, new Promise((resolve) => setTimeout(resolve, lost ? 200 : 0))]);
}

/** For DevTools, and for journeys that take the device away. */
function exposeForDevTools(gpu: GPUDevice | null): void {
  Object.assign(globalThis, { gpuDevice: gpu });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
