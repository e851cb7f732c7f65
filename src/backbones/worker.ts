import type { InferenceSession } from 'onnxruntime-common';
import { serve, transfer } from '../bridge/host';
import { loadRuntime } from '../runtime/onnxruntime';
import type { Runtime } from '../runtime/runtime';
import type { BackboneCalls, BackboneEvent, ModelBlobs } from './api';
import type { Backbone } from './backbone';
import { cropPixels } from './crop-pixels';
import { normalise } from './normalise';
import { readTokens } from './read-tokens';

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
      readFiles(model),
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
    const pixels = normalise(await cropPixels(crop, side), backbone.preprocessing);
    const input = new runtime.Tensor('float32', pixels, [1, 3, side, side]);
    const outputs = await runtime
      .run(session, { [backbone.input]: input }, [backbone.output])
      .catch(async (error: unknown) => {
        await newsOfLoss(runtime);
        throw error;
      });
    const tokens = readTokens(outputs[backbone.output], backbone);
    return transfer(tokens, [tokens.data.buffer]);
  },
});

async function readFiles({ graph, data }: ModelBlobs) {
  const read = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  return {
    graph: await read(graph),
    externalData: await Promise.all(
      data.map(async ({ location, blob }) => ({ path: location, data: await read(blob) })),
    ),
  };
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
