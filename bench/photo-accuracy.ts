/**
 * `npm run photo-accuracy -- --model FILE --photos DIR`: how well probes do on a person's photos with
 * a person's backbone, by the page's own code in Node. DIR has a folder of photos for each class.
 * Five stratified folds, three times, as Compare does it: a fixed number of epochs and nothing of a
 * held-out fold in its training. Mean ± standard deviation over the three.
 *
 *     --tokens OUT        writes tokens, folds and these results for tools/reference_accuracy.py
 *     --preset ID         how the encoder wants its pixels (imagenet, halves, clip, none)
 *     --output NAME       which output is its tokens; --cls yes|no whether the first token is [CLS]:
 *                         only where the page would ask, too
 *     --threads N         2
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PIXEL_PRESETS } from '../src/backbones/catalogue/pixel-presets';
import { normalise } from '../src/backbones/encode/normalise';
import { writeSafetensors } from '../src/export/safetensors';
import { PIXEL_PRESET_WORDS } from '../src/messages/en/backbone-catalogue';
import type { ProbeChoice } from '../src/probes/choice';
import { studyEpochs } from '../src/study/study-epochs';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import { stratifiedFolds } from '../src/training/data/folds';
import { TokenStore } from '../src/training/data/token-store';
import { RECIPES } from '../src/training/model/recipe';
import { compareProbes } from '../src/training/run/compare';
import type { FoldResult } from '../src/training/run/compare-api';
import { openModelFile } from './model-file';
import { listPhotos, type PhotoFolder, readCrop } from './photo-folder';
import { spread } from './spread';

const SEEDS = [0, 1, 2];
const FOLDS = 5;
const QUERIES = { queries: 8, dOut: 1 };
const PATCH_PROBES: ProbeChoice[] = [
  { name: 'gap', options: {} },
  { name: 'ep', options: QUERIES },
];
const CLS_PROBES: ProbeChoice[] = [
  { name: 'linear', options: {} },
  { name: 'ep_all', options: QUERIES },
];

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.exit(0);

async function main(): Promise<void> {
  const { model, photos, tokens, preset, threads, answers } = readOptions();
  const folder = listPhotos(photos);
  const { classes, images } = folder;
  const runtime = await loadNodeRuntime({ threads });
  const { encoder, backbone } = await openModelFile(runtime, model, preset, answers);
  const { grid, width, prefixTokens, hasCls, preprocessing } = backbone;
  console.log(
    `${path.basename(model)}: ${grid.height} × ${grid.width} patches, D = ${width}, ${prefixTokens} prefix (${hasCls ? 'with' : 'no'} [CLS]); ${preprocessing.crop} pixels, ${PIXEL_PRESET_WORDS[preset.id].label}`,
  );
  const store = new TokenStore();
  for (const [index, { id }] of images.entries()) {
    const pixels = normalise(await readCrop(path.join(photos, id), preprocessing), preprocessing);
    const [found] = await encoder.encode([pixels]);
    if (found) store.put(id, found);
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${images.length} encoded `);
  }
  if (process.stderr.isTTY) process.stderr.write('\r');
  console.log(
    `${images.length} images in ${classes.length} classes; ${FOLDS} folds, ${SEEDS.length} seeds`,
  );

  const entries = [...PATCH_PROBES, ...(hasCls ? CLS_PROBES : [])].map((probe) => ({
    key: probe.name,
    probe,
  }));
  const recipe = studyEpochs(RECIPES['small-data']);
  /** Accuracies, 0…1, one a seed. */
  const accuracy: Record<string, number[]> = {};
  for (const seed of SEEDS) {
    const results: FoldResult[] = [];
    await compareProbes(
      runtime,
      store,
      {
        ...{ images, classCount: classes.length, entries, recipe, choice: 'inner', seed },
        ...{ folds: FOLDS, repeats: 1, finished: [] },
      },
      {
        onProgress: (news) => news.kind === 'fold' && results.push(news.result),
        pause: async () => {},
        onHead() {},
      },
    );
    for (const { key } of entries) accuracy[key] = [...(accuracy[key] ?? []), share(results, key)];
  }
  for (const [name, shares] of Object.entries(accuracy)) {
    const percent = shares.map((one) => 100 * one);
    console.log(`${name.padEnd(8)}${spread(percent, 1)} %`);
  }
  if (tokens) {
    const metadata = { recipe, accuracy, queries: QUERIES.queries, prefixTokens };
    writeTokens(tokens, folder, store, metadata);
  }
}

function share(results: readonly FoldResult[], key: string): number {
  const own = results.filter((result) => result.key === key);
  const sum = (pick: (result: FoldResult) => number) => own.reduce((n, one) => n + pick(one), 0);
  return sum(({ correct }) => correct) / sum(({ total }) => total);
}

/**
 * `tokens` (images, T, D), `labels` (images), `folds` (seeds, images): the fold that holds an image
 * out. What else the reference needs stands in the header, as JSON.
 */
function writeTokens(
  file: string,
  { classes, images }: PhotoFolder,
  store: TokenStore,
  protocol: Record<string, unknown>,
): void {
  const all = images.map(({ id }) => store.tokens(id));
  const [{ data: first, width } = { data: new Float32Array(), width: 1 }] = all;
  const tokens = new Float32Array(images.length * first.length);
  all.forEach(({ data }, index) => {
    tokens.set(data, index * first.length);
  });
  const folds = SEEDS.flatMap((seed) => {
    const splits = stratifiedFolds(images, FOLDS, 1, seed);
    return images.map(({ id }) =>
      splits.findIndex(({ heldOut }) => heldOut.some((image) => image.id === id)),
    );
  });
  const integers = (values: readonly number[]) => BigInt64Array.from(values, BigInt);
  const pieces = writeSafetensors(
    {
      tokens: { shape: [images.length, first.length / width, width], data: tokens },
      labels: {
        shape: [images.length],
        data: integers(images.map(({ classIndex }) => classIndex)),
      },
      folds: { shape: [SEEDS.length, images.length], data: integers(folds) },
    },
    {
      images: JSON.stringify(images.map(({ id }) => id)),
      classes: JSON.stringify(classes),
      protocol: JSON.stringify(protocol),
    },
  );
  writeFileSync(file, Buffer.concat(pieces));
  console.log(`Wrote ${file}.`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      photos: { type: 'string' },
      tokens: { type: 'string' },
      preset: { type: 'string', default: PIXEL_PRESETS[0]?.id ?? '' },
      output: { type: 'string' },
      cls: { type: 'string' },
      threads: { type: 'string', default: '2' },
    },
  });
  const { model, photos, tokens, output, cls } = values;
  if (!model || !photos) {
    throw new Error(
      'Say which model and which photos: npm run photo-accuracy -- --model FILE --photos DIR',
    );
  }
  for (const file of [model, photos]) {
    if (!existsSync(file)) throw new Error(`${file} does not exist. Check the path.`);
  }
  const preset = PIXEL_PRESETS.find(({ id }) => id === values.preset);
  if (!preset) {
    const ids = PIXEL_PRESETS.map(({ id }) => id).join(', ');
    throw new Error(`There is no preset ${values.preset}. Choose one of ${ids}.`);
  }
  if (cls && cls !== 'yes' && cls !== 'no') throw new Error('Say --cls yes or --cls no.');
  const threads = Number(values.threads);
  if (!(threads >= 1)) throw new Error('--threads is a number, 1 or more.');
  const answers = {
    ...(output !== undefined && { output }),
    ...(cls !== undefined && { hasCls: cls === 'yes' }),
  };
  return { model, photos, tokens, preset, threads, answers };
}
