/**
 * Records the leading components of a bundled backbone's tokens of photos, for
 * `src/backbones/encode/position-share.test.ts`, and tells how much of the tokens' variance their place
 * explains:
 *
 *     npx tsx tools/record-position-share.ts hiera-tiny-224 --photos DIR
 *     npx tsx tools/record-position-share.ts hiera-tiny-224 --photos DIR --model FILE    tells only
 *
 * DIR has a folder of photos for each class.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listPhotos, readCrop } from '../bench/photo-folder';
import { positionShare } from '../src/analysis/position-share';
import { filesOf } from '../src/backbones/backbone';
import { findBackbone } from '../src/backbones/catalogue/catalogue';
import { normalise } from '../src/backbones/encode/normalise';
import { readTokens } from '../src/backbones/encode/read-tokens';
import { leadingDirections } from '../src/numbers/block-krylov';
import { dot, meanRow } from '../src/numbers/vectors';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import { encodeSteps, type PositionFile } from '../src/testing/position-file';

const COMPONENTS = 8;
/** Images of 14 × 14 tokens; of larger grids fewer, so that files are alike in size. */
const IMAGES_OF_196 = 48;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { photos: { type: 'string' }, model: { type: 'string' } },
});
const [id = ''] = positionals;
const { photos } = values;
if (!photos) throw new Error('Say where photos are: --photos DIR');
const root = path.join(import.meta.dirname, '..');
const backbone = findBackbone([], id);
const { graph, data } = filesOf(backbone);
const read = (file: string) => readFileSync(path.join(root, 'public', file));
const model = values.model ? readFileSync(values.model) : read(graph.path);

const runtime = await loadNodeRuntime({ threads: 2 });
const session = await runtime.createSession(model, {
  externalData: data.map((file) => ({ path: file.location, data: read(file.path) })),
});
const { crop } = backbone.preprocessing;
const { height, width: across } = backbone.grid;
const wanted = Math.max(2, Math.round((IMAGES_OF_196 * 196) / (height * across)));
const all = listPhotos(photos).images;
const chosen = all.filter(
  (_, index) =>
    Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length),
);

const images: Float32Array[] = [];
for (const { id: photo } of chosen) {
  const pixels = await readCrop(path.join(photos, photo), backbone.preprocessing);
  const input = normalise(pixels, backbone.preprocessing);
  const tensor = new runtime.Tensor('float32', input, [1, 3, crop, crop]);
  const outputs = await runtime.run(session, { [backbone.input]: tensor }, [backbone.output]);
  images.push(Float32Array.from(readTokens(outputs[backbone.output], backbone).data));
}
const { width } = backbone;
const mean = meanRow(Float32Array.from(images.flatMap((image) => [...image])), width);
const centred = images.map((image) => image.map((value, i) => value - (mean[i % width] ?? 0)));
const rows = new Float32Array(centred.length * height * across * width);
for (const [index, image] of centred.entries()) rows.set(image, index * image.length);
const directions = leadingDirections(rows, width, COMPONENTS).map(({ vector }) => vector);
const scores = centred.map((image) =>
  Float32Array.from({ length: (image.length / width) * COMPONENTS }, (_, i) =>
    dot(image, Math.floor(i / COMPONENTS) * width, directions[i % COMPONENTS] ?? mean),
  ),
);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log(
  `${id}: place explains ${percent(positionShare(images, width))} of the tokens' variance, ` +
    `${percent(positionShare(scores, COMPONENTS))} of that of the first ${COMPONENTS} components (${images.length} photos)`,
);
if (!values.model) {
  const file: PositionFile = {
    model: createHash('sha256').update(model).digest('hex'),
    components: COMPONENTS,
    images: scores.length,
    ...encodeSteps(scores),
  };
  const out = path.join(root, `src/backbones/encode/golden/position-${id}.json`);
  writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`Wrote ${out}.`);
}
process.exit(0);
