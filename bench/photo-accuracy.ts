/**
 * `npm run photo-accuracy -- --model FILE --photos DIR`: how well probes do on a person's photos with
 * a person's backbone, by the page's own code in Node. DIR has a folder of photos for each class.
 * Five stratified folds, three times, as Compare does it: a fixed number of epochs and nothing of a
 * held-out fold in its training. Mean ± standard deviation over the three. EP is trained from both
 * starts of its queries; `chosen` are those whose settings each fold chose by its training images alone,
 * as Compare does by default, all others have the small-data recipe. What EP's maps of the held-out
 * images are like is told, too: the mean cosine between an image's maps, the same-thing score with the
 * backbone's own tokens (`src/analysis/same-thing.ts`), and their smoothness (Moran's I).
 *
 *     --tokens OUT        writes tokens, folds and these results for tools/reference_accuracy.py
 *     --preset ID         how the encoder wants its pixels (imagenet, halves, clip, none)
 *     --output NAME       which output is its tokens; --cls yes|no whether the first token is [CLS]:
 *                         only where the page would ask, too
 *     --threads N         2
 *     --seeds A,B,…       0,1,2
 *     --rate R            the query learning rate of EP that starts at clusters, in place of the recipe's
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PIXEL_PRESETS } from '../src/backbones/catalogue/pixel-presets';
import { normalise } from '../src/backbones/encode/normalise';
import { writeSafetensors } from '../src/export/safetensors';
import { PIXEL_PRESET_WORDS } from '../src/messages/en/backbone-catalogue';
import { studyEpochs } from '../src/study/study-epochs';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import { stratifiedFolds } from '../src/training/data/folds';
import { TokenStore } from '../src/training/data/token-store';
import type { RunPlan } from '../src/training/head/finished-run';
import { RECIPES, type Recipe, withSetting } from '../src/training/model/recipe';
import { chooseSettingOf } from '../src/training/run/choose-setting';
import type { StudyEntry } from '../src/training/run/compare-api';
import { carryOut } from '../src/training/run/train';
import { channelDeviations, type MapQuality, mapQuality, meanOf } from './map-quality';
import { openModelFile } from './model-file';
import { listPhotos, type PhotoFolder, readCrop } from './photo-folder';
import { spread } from './spread';

const FOLDS = 5;
const QUERIES = { queries: 8, dOut: 1 };
const SMALL_DATA = studyEpochs(RECIPES['small-data']);
/** As the paper starts and trains them. */
const RANDOM: Recipe = { ...SMALL_DATA, queryStart: 'random', queryLearningRate: 0.1 };

interface Entry extends StudyEntry {
  recipe: Recipe;
  /** Whether every fold chooses its settings. */
  chooses?: boolean;
}

const atRandom = (name: string, options: StudyEntry['probe']['options'] = {}): Entry => ({
  key: name,
  probe: { name, options },
  recipe: RANDOM,
});

function entriesFor(hasCls: boolean, rate: number): Entry[] {
  const recipe: Recipe = { ...SMALL_DATA, queryLearningRate: rate };
  const clusters = { key: 'ep clusters', probe: { name: 'ep', options: QUERIES }, recipe };
  const chosen = (entry: Entry): Entry => ({ ...entry, key: `${entry.key} chosen`, chooses: true });
  const gap = atRandom('gap');
  const patches = [gap, chosen(gap), atRandom('ep', QUERIES), clusters, chosen(clusters)];
  return hasCls ? [...patches, atRandom('linear'), atRandom('ep_all', QUERIES)] : patches;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.exit(0);

async function main(): Promise<void> {
  const { model, photos, tokens, preset, threads, answers, seeds, rate } = readOptions();
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
    `${images.length} images in ${classes.length} classes; ${FOLDS} folds, seeds ${seeds.join(', ')}`,
  );

  const deviation = channelDeviations(store);
  /** Accuracies, 0…1, one a seed; of those that the reference computes, too. */
  const accuracy: Record<string, number[]> = {};
  for (const entry of entriesFor(hasCls, rate)) {
    const shares: number[] = [];
    const qualities: MapQuality[] = [];
    for (const seed of seeds) {
      const found = await crossValidate(entry, seed);
      shares.push(found.accuracy);
      qualities.push(...found.qualities);
    }
    tell(entry.key, shares, qualities, seeds.length);
    if (entry.recipe === RANDOM && !entry.chooses) accuracy[entry.key] = shares;
  }
  if (tokens) {
    const metadata = { recipe: RANDOM, accuracy, queries: QUERIES.queries, prefixTokens };
    writeTokens(tokens, folder, store, metadata, seeds);
  }

  async function crossValidate({ probe, recipe, chooses = false }: Entry, seed: number) {
    const qualities: MapQuality[] = [];
    let [correct, total] = [0, 0];
    for (const [fold, split] of stratifiedFolds(images, FOLDS, 1, seed).entries()) {
      const shared: RunPlan = {
        ...{ probe, recipe, classCount: classes.length, split, seed: seed + fold },
        ...{ selection: 'last', snapshots: false },
      };
      const plan = chooses ? await withChosen(shared) : shared;
      const run = await carryOut(runtime, store, plan, {
        onProgress() {},
        watched: () => null,
        stopRequested: () => false,
        pause: async () => {},
      });
      correct += (await run.evaluator.measure(run.head.tensors, split.heldOut))?.correct ?? 0;
      total += split.heldOut.length;
      const quality = await mapQuality(run, store, grid, deviation);
      if (quality) qualities.push(quality);
      await run.evaluator.release();
    }
    return { accuracy: correct / total, qualities };
  }

  async function withChosen(plan: RunPlan): Promise<RunPlan> {
    const { setting } = await chooseSettingOf(runtime, store, plan, async () => {});
    return { ...plan, recipe: withSetting(plan.recipe, setting) };
  }
}

/** @param qualities those of every fold, seed by seed */
function tell(
  name: string,
  shares: readonly number[],
  qualities: readonly MapQuality[],
  seeds: number,
): void {
  const bySeed = (pick: (quality: MapQuality) => number, digits: number) => {
    const each = qualities.length / seeds;
    const means = Array.from({ length: seeds }, (_, seed) =>
      meanOf(qualities.slice(seed * each, (seed + 1) * each).map(pick)),
    );
    return spread(means, digits);
  };
  const parts = [
    `${name.padEnd(20)}${spread(
      shares.map((share) => 100 * share),
      1,
    )} %`,
  ];
  if (qualities.length > 0) {
    parts.push(
      `cosine ${bySeed(({ cosine }) => cosine, 2)}`,
      `same thing ${bySeed(({ sameThing }) => sameThing, 3)}`,
      `smoothness ${bySeed((quality) => quality.smoothness, 2)}`,
    );
  }
  console.log(parts.join('   '));
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
  seeds: readonly number[],
): void {
  const all = images.map(({ id }) => store.tokens(id));
  const [{ data: first, width } = { data: new Float32Array(), width: 1 }] = all;
  const tokens = new Float32Array(images.length * first.length);
  all.forEach(({ data }, index) => {
    tokens.set(data, index * first.length);
  });
  const folds = seeds.flatMap((seed) => {
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
      folds: { shape: [seeds.length, images.length], data: integers(folds) },
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
      seeds: { type: 'string', default: '0,1,2' },
      rate: { type: 'string', default: String(SMALL_DATA.queryLearningRate) },
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
  const seeds = values.seeds.split(',').map(Number);
  if (!seeds.every(Number.isSafeInteger)) throw new Error('--seeds are whole numbers: 0,1,2.');
  const rate = Number(values.rate);
  if (!(rate > 0)) throw new Error('--rate is a number above 0.');
  return { model, photos, tokens, preset, threads, answers, seeds, rate };
}
