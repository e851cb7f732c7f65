import type { InferenceSession } from 'onnxruntime-common';
import { sequence } from '../bridge/sequence';
import { withPlainErrors } from './plain-error';
import type { Runtime } from './runtime';

/** The part of onnxruntime-web that the program uses. */
export interface OnnxRuntime {
  InferenceSession: typeof InferenceSession;
  Tensor: Runtime['Tensor'];
}

/** A `Runtime` on a library that is set up for its device already. */
export function buildRuntime(
  library: OnnxRuntime,
  { device, gpu, lost }: Pick<Runtime, 'device' | 'gpu' | 'lost'>,
): Runtime {
  const inOrder = sequence();
  const oneByOne = <T>(task: () => Promise<T>) => inOrder(() => withPlainErrors(task));
  const options: InferenceSession.SessionOptions = {
    executionProviders: gpu ? [{ name: 'webgpu', device: gpu }] : ['wasm'],
    logSeverityLevel: 3,
  };
  return {
    device,
    gpu,
    lost,
    Tensor: library.Tensor,
    createSession: (model, { keepOnGpu = [], externalData = [] } = {}) =>
      oneByOne(() =>
        library.InferenceSession.create(model, {
          ...options,
          ...(externalData.length > 0 && { externalData: [...externalData] }),
          ...(gpu && {
            preferredOutputLocation: Object.fromEntries(
              keepOnGpu.map((output) => [output, 'gpu-buffer'] as const),
            ),
          }),
        }),
      ),
    run: (session, feeds, fetches) =>
      oneByOne(async () => {
        const outputs = fetches ? await session.run(feeds, fetches) : await session.run(feeds);
        return outputs as Awaited<ReturnType<Runtime['run']>>;
      }),
  };
}
