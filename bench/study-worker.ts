import { filesOf } from '../src/backbones/backbone';
import { DEFAULT_BACKBONE, findBackbone } from '../src/backbones/catalogue/catalogue';
import { cropPixels } from '../src/backbones/encode/crop-pixels';
import { normalise } from '../src/backbones/encode/normalise';
import { readTokens } from '../src/backbones/encode/read-tokens';
import { serve } from '../src/bridge/host';
import { decodeFile } from '../src/images/decode-file';
import { findSampleSet } from '../src/images/samples/samples';
import { loadRuntime } from '../src/runtime/onnxruntime';
import type { Runtime } from '../src/runtime/runtime';
import { TokenStore } from '../src/training/data/token-store';
import { RECIPES } from '../src/training/model/recipe';
import { trainHead } from '../src/training/run/train';
import type { TrainProgress, TrainRequest } from '../src/training/run/train-api';
import type { LabelledImage } from '../src/vocabulary/images';
import type { RecordedRun, StudyCalls } from './study-api';

const backbone = findBackbone([], DEFAULT_BACKBONE);
const images: LabelledImage[] = [];
const crops = new Map<string, Blob>();
const store = new TokenStore();
let classCount = 0;
let runtime: Runtime;

serve<StudyCalls>({
  async encode({ setId, threads }, { progress }) {
    runtime = await loadRuntime('wasm', { threads });
    const model = await fetchBytes(`/${filesOf(backbone).graph.path}`);
    const session = await runtime.createSession(new Uint8Array(await model.arrayBuffer()));
    const { classes } = findSampleSet(setId);
    classCount = classes.length;
    for (const [classIndex, sampleClass] of classes.entries()) {
      for (const { file, name: shown } of sampleClass.images) {
        const name = `${shown}.webp`;
        const { crop } = backbone.preprocessing;
        const prepared = await decodeFile({
          file: await fetchBytes(`/samples/${file}`),
          ...backbone.preprocessing,
        });
        if (prepared.kind === 'rejected') throw new Error(`${name}: ${prepared.reason.code}`);
        const pixels = normalise(await cropPixels(prepared.crop, crop), backbone.preprocessing);
        const tensor = new runtime.Tensor('float32', pixels, [1, 3, crop, crop]);
        const outputs = await runtime.run(session, { [backbone.input]: tensor });
        store.put(name, readTokens(outputs[backbone.output], backbone));
        crops.set(name, prepared.crop);
        images.push({ id: name, name, classIndex });
        progress(images.length);
      }
    }
    return { images: images.length };
  },

  async train({ probe, seed }) {
    let last = Number.NaN;
    const result = await run({ probe, seed }, null, ({ point }) => {
      last = point.heldOutAccuracy ?? Number.NaN;
    });
    const { correct, total } = result.heldOut ?? { correct: Number.NaN, total: 0 };
    return {
      kept: correct / total,
      last,
      heldOutImages: total,
      mapSimilarity: result.mapSimilarity,
    };
  },

  async record({ probe, seed, image }) {
    const frames: Float32Array[] = [];
    let queries = 0;
    await run({ probe, seed }, image, ({ maps }) => {
      if (!maps) return;
      frames.push(maps.weights);
      queries = maps.queries;
    });
    const crop = crops.get(image);
    if (!crop) throw new Error(`The set holds no image named "${image}".`);
    return { grid: backbone.grid, queries, frames, crop } satisfies RecordedRun;
  },
});

async function run(
  choice: Pick<TrainRequest, 'probe' | 'seed'>,
  watched: string | null,
  onProgress: (progress: TrainProgress) => void,
) {
  const request = {
    ...choice,
    images,
    classCount,
    recipe: RECIPES['small-data'],
    heldOutShare: 0.25,
  };
  const { result, run: finished } = await trainHead(runtime, store, request, {
    onProgress,
    watched: () => watched,
    stopRequested: () => false,
    // Long enough for the maps of every epoch to be due.
    pause: () => new Promise((resolve) => setTimeout(resolve, watched === null ? 0 : 50)),
  });
  await finished.evaluator.release();
  return result;
}

async function fetchBytes(path: string): Promise<Blob> {
  const response = await fetch(new URL(path, location.href));
  if (!response.ok) throw new Error(`${path} could not be fetched (${response.status}).`);
  return response.blob();
}
