import type { InferenceSession } from 'onnxruntime-common';
import { serve, transfer } from '../../bridge/host';
import { loadRuntime } from '../../runtime/onnxruntime';
import type { Runtime } from '../../runtime/runtime';
import type { ModelBlobs } from '../backbone';
import { readModelFiles } from '../encode/read-model-files';
import { runEncoder } from '../encode/run-encoder';
import type { TrialCalls, TrialRequest } from './api';
import { limitMemory } from './limit-memory';
import type { GraphFacts } from './recognise';
import { trialPixels } from './trial-picture';

/** Tries one model that nobody knows, and is ended afterwards, by force if need be. */

/** Tried in turn where the graph says that it takes any; many take only the size they were made for. */
const USUAL_SIDES = [224, 384, 256, 336, 448, 512, 518];

serve<TrialCalls>({
  async run(request, { progress, signal }) {
    const { facts, device, threads, runtimeFiles } = request;
    progress('runtime');
    limitMemory(bytesOf(facts.model));
    const runtime = await loadRuntime(device, { threads, files: runtimeFiles });
    progress('session');
    const started = performance.now();
    const files = await readModelFiles(facts.model);
    const session = await runtime.createSession(files.graph, files);
    const sessionMilliseconds = performance.now() - started;
    const { side, outputs, milliseconds } = await firstThatRuns(
      facts.side === null ? USUAL_SIDES : [facts.side],
      (side) => {
        signal.throwIfAborted();
        progress('run');
        return runAt(runtime, session, request, side);
      },
    );
    const run = {
      device: runtime.device,
      side,
      outputs: Object.entries(outputs).map(([name, { dims, data }]) => {
        return { name, dims: [...dims], finite: data.every(Number.isFinite), data };
      }),
      milliseconds: { session: sessionMilliseconds, run: milliseconds },
    };
    return transfer(
      run,
      run.outputs.map(({ data }) => data.buffer),
    );
  },
});

function bytesOf({ graph, data }: ModelBlobs): number {
  return data.reduce((sum, { blob }) => sum + blob.size, graph.size);
}

async function runAt(
  runtime: Runtime,
  session: InferenceSession,
  request: TrialRequest,
  side: number,
) {
  const { input, outputs, batch }: GraphFacts = request.facts;
  const image = await trialPixels(request, side);
  // Where the graph fixes more images than one, the others stay grey.
  const pixels = new Float32Array((batch ?? 1) * image.length);
  pixels.set(image);
  const run = () => runEncoder(runtime, session, { input, outputs, side, pixels });
  await run();
  const started = performance.now();
  return { side, outputs: await run(), milliseconds: performance.now() - started };
}

/** @throws the first error, where none of them runs. */
async function firstThatRuns<T>(
  sides: readonly number[],
  run: (side: number) => Promise<T>,
): Promise<T> {
  const errors: unknown[] = [];
  for (const side of sides) {
    try {
      return await run(side);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors[0];
}
