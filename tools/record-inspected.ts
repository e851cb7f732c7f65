/**
 * `npx tsx tools/record-inspected.ts`: trains EP on the Starter set with the bundled backbone and
 * writes what it sees in one image, and why it names its class, to `src/figures/maps/golden/`: the fixture
 * that the golden pictures are drawn from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { filesOf } from '../src/backbones/backbone';
import { DEFAULT_BACKBONE, findBackbone } from '../src/backbones/catalogue/catalogue';
import { normalise } from '../src/backbones/encode/normalise';
import { readTokens } from '../src/backbones/encode/read-tokens';
import { SAMPLE_SETS } from '../src/images/samples/samples';
import type { InspectedFile } from '../src/testing/inspected-file';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import { TokenStore } from '../src/training/data/token-store';
import { RECIPES } from '../src/training/model/recipe';
import { splitLogit } from '../src/training/questions/evidence/evidence';
import { trainHead } from '../src/training/run/train';

const IMAGE = 'dog-face';
const SIDE = 112;
const root = path.join(import.meta.dirname, '..');
const directory = path.join(root, 'src/figures/maps/golden');
const assets = path.join(root, 'node_modules/@lobehub/fluent-emoji-3d/assets');
const backbone = findBackbone([], DEFAULT_BACKBONE);

const runtime = await loadNodeRuntime({ threads: 2 });
const { graph } = filesOf(backbone);
const encoder = await runtime.createSession(readFileSync(path.join(root, 'public', graph.path)));
const { crop } = backbone.preprocessing;
const store = new TokenStore();
const [starter] = SAMPLE_SETS;
const images = starter.classes.flatMap((sampleClass, classIndex) =>
  sampleClass.images.map(({ file, name }) => ({ id: file, name: `${name}.webp`, classIndex })),
);
const picture = (file: string, side: number) =>
  sharp(path.join(assets, file)).flatten({ background: 'white' }).resize(side, side).ensureAlpha();
for (const { id } of images) {
  const pixels = new Uint8ClampedArray(await picture(id, crop).raw().toBuffer());
  const input = normalise(pixels, backbone.preprocessing);
  const tensor = new runtime.Tensor('float32', input, [1, 3, crop, crop]);
  const outputs = await runtime.run(encoder, { [backbone.input]: tensor }, [backbone.output]);
  store.put(id, readTokens(outputs[backbone.output], backbone));
}

const { run, result } = await trainHead(
  runtime,
  store,
  {
    images,
    classCount: starter.classes.length,
    probe: { name: 'ep', options: { queries: 8, dOut: 1 } },
    recipe: RECIPES['small-data'],
    seed: 0,
    heldOutShare: 0.25,
  },
  { onProgress() {}, watched: () => null, stopRequested: () => false, pause: async () => {} },
);
const seen = images.find(({ name }) => name.startsWith(IMAGE));
if (!seen) throw new Error(`The set has no ${IMAGE}.`);
const { maps } = await run.evaluator.inspect(run.head.tensors, seen.id);
const asked = { imageId: seen.id, classIndex: seen.classIndex, against: null };
const answer = await splitLogit(run.evaluator, run.head.tensors, asked);
if (!maps || answer.kind !== 'evidence') throw new Error('EP has maps and evidence.');

const base64 = ({ buffer, byteOffset, byteLength }: Float32Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
const file: InspectedFile = {
  grid: backbone.grid,
  queries: maps.queries,
  attention: base64(maps.weights),
  evidence: base64(answer.evidence.weights),
  constant: answer.evidence.constant,
  logit: answer.evidence.logit,
};
writeFileSync(path.join(directory, 'inspected.json'), `${JSON.stringify(file, null, 1)}\n`);
await picture(seen.id, SIDE).removeAlpha().png().toFile(path.join(directory, 'photo.png'));
console.log(
  `Recorded ${seen.name}; held out ${result.heldOut?.correct} of ${result.heldOut?.total}.`,
);
process.exit(0);
