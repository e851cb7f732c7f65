import type { InferenceSession } from 'onnxruntime-common';
import { measureBatchSize } from '../src/backbones/encode/batch-size';
import { readModelFiles } from '../src/backbones/encode/read-model-files';
import { runEncoder } from '../src/backbones/encode/run-encoder';
import type { Runtime } from '../src/runtime/runtime';
import { takeTokens } from '../src/testing/recorded-tokens';
import { testPattern } from '../src/testing/test-pattern';
import type { BackboneTimes, LabModel } from './lab-api';
import { timed } from './timed';

/** Times an encoder on the test pattern, with one image in a run and with as many as is best. */
export async function timeEncoder(
  runtime: Runtime,
  model: LabModel,
  rounds: number,
): Promise<BackboneTimes> {
  const files = await readModelFiles(model.files);
  let session: InferenceSession | undefined;
  const create = await timed(async () => {
    session = await runtime.createSession(files.graph, files);
  });
  if (!session) throw new Error('The encoder has no session.');
  const { run, release } = runsOf(runtime, session, model);
  const least = model.batch ?? 1;
  await run(least);
  const tried = model.batch === null ? await measureBatchSize(run) : null;
  const images = tried?.size ?? least;
  const best: BackboneTimes['best'] = images > least ? { images, image: [] } : null;
  const image: number[] = [];
  // They take turns, so that a machine that slows down slows both.
  for (let round = 0; round < rounds; round++) {
    image.push((await timed(() => run(least))) / least);
    best?.image.push((await timed(() => run(images))) / images);
  }
  await release();
  return { create, image, perImage: tried && [...tried.perImage], best };
}

/** See `LabCalls.tokens`. */
export async function tokensOf(runtime: Runtime, model: LabModel, tokens: readonly number[]) {
  const files = await readModelFiles(model.files);
  const session = await runtime.createSession(files.graph, files);
  const { run, release } = runsOf(runtime, session, model);
  const output = (await run(1))[model.output];
  await release();
  if (!output) throw new Error(`The encoder gave no output named ${model.output}.`);
  const { dims, data } = output;
  return { shape: [...dims], values: takeTokens(data, dims.at(-1) ?? 0, tokens) };
}

function runsOf(runtime: Runtime, session: InferenceSession, model: LabModel) {
  const { input, output, side } = model;
  const image = testPattern(side);
  return {
    run(images: number) {
      const pixels = new Float32Array(images * image.length);
      for (let i = 0; i < images; i++) pixels.set(image, i * image.length);
      return runEncoder(runtime, session, { input, outputs: [output], side, pixels });
    },
    release: () => session.release(),
  };
}
