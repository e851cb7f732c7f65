import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../numbers/random';
import { ep } from '../../../probes/methods/ep';
import { findProbe, PROBES, PROBES_WITH_CLS } from '../../../probes/methods/list';
import type { Runtime } from '../../../runtime/runtime';
import { loadNodeRuntime } from '../../../testing/onnxruntime-node';
import { CLASSES, PATCHES, planted, WIDTH } from '../../../testing/planted';
import { defaultOptions, randomHead, randomTokens } from '../../../testing/random-head';
import type { Evidence } from '../../../vocabulary/evidence';
import { TokenStore } from '../../data/token-store';
import { HeadEvaluator } from '../../head/evaluator';
import type { RunPlan } from '../../head/finished-run';
import { BATCH_NORM_EPS, type HeadTensors, headLayout } from '../../model/head';
import { RECIPES } from '../../model/recipe';
import { foldHead, measureStandardisation, writeStandardised } from '../../model/standardise';
import { carryOut } from '../../run/train';
import { splitLogit, splitOwnLogits } from './evidence';

const EVERY_PROBE = [...PROBES, ...PROBES_WITH_CLS].map((probe) => [probe.name, probe] as const);
const SIZE = { patches: 9, width: 48, classes: 4 };
const IDS = ['a', 'b', 'c'];

let runtime: Runtime;
beforeAll(async () => {
  runtime = await loadNodeRuntime();
});

const sum = (numbers: ArrayLike<number> | null) =>
  Array.from(numbers ?? []).reduce((total, value) => total + value, 0);

async function attributionOf(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  imageId: string,
  classIndex: number,
  against: number | null = null,
): Promise<Evidence> {
  const answer = await splitLogit(evaluator, head, { imageId, classIndex, against });
  if (answer.kind !== 'evidence') throw new Error('No evidence.');
  return answer.evidence;
}

/** Checks that evidence adds up to the head's own logits, for every class and difference. */
async function expectExact(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
) {
  const { classes } = evaluator.shape;
  const { logits } = await evaluator.evaluate(head, imageIds, 1);
  const largest = Math.max(...logits.map(Math.abs));
  expect(largest).toBeGreaterThan(0);
  for (const [row, imageId] of imageIds.entries()) {
    for (let c = 0; c < classes; c++) {
      for (const against of [null, (c + 1) % classes]) {
        const attribution = await attributionOf(evaluator, head, imageId, c, against);
        const own = logits[row * classes + c] ?? Number.NaN;
        const other = against === null ? 0 : (logits[row * classes + against] ?? Number.NaN);
        expect(Math.abs(attribution.logit - (own - other)) / largest).toBeLessThan(1e-6);
        const total = attribution.constant + sum(attribution.cls) + sum(attribution.weights);
        expect(Math.abs(total - attribution.logit) / largest).toBeLessThan(1e-4);
      }
    }
  }
}

describe('on random heads', () => {
  it.each(EVERY_PROBE)(
    '%s splits its logits exactly, or answers that it can’t',
    async (_, probe) => {
      const random = seededRandom(7);
      const store = randomTokens(IDS, SIZE, random);
      const shape = { probe, options: defaultOptions(probe), ...SIZE };
      const head = randomHead(shape, random);
      const evaluator = new HeadEvaluator(runtime, store, shape, 1);
      if (!probe.splitsLogits) {
        const answer = await splitLogit(evaluator, head, {
          imageId: 'a',
          classIndex: 0,
          against: null,
        });
        expect(answer).toEqual({ kind: 'not-linear' });
        return;
      }
      await expectExact(evaluator, head, IDS);
      const { maps } = await evaluator.inspect(head, 'a');
      const attribution = await attributionOf(evaluator, head, 'a', 1);
      const patches = probe.reads === 'cls' ? 0 : SIZE.patches;
      const queries = maps?.queries ?? 1;
      expect(attribution).toMatchObject({ queries, patches });
      expect(attribution.weights).toHaveLength(queries * patches);
      expect(attribution.cls?.length ?? 0).toBe(probe.reads === 'patches' ? 0 : queries);
      await evaluator.release();
    },
  );

  it.each([
    [1, 1],
    [4, 1],
    [8, 1],
    [12, 1],
    [8, 2],
  ])('ep with M = %i, d_out = %i: exact, standardised and not', async (queries, dOut) => {
    const random = seededRandom(8);
    const store = randomTokens(IDS, SIZE, random);
    const shape = { probe: ep, options: { queries, dOut }, ...SIZE };
    const head = randomHead(shape, random);
    const layout = headLayout(ep, shape.options, SIZE, SIZE.classes);
    const standardisation = measureStandardisation(
      IDS.map((id) => store.read(id, ep)),
      SIZE.width,
    );
    const evaluator = new HeadEvaluator(runtime, store, shape, 1);
    await expectExact(evaluator, head, IDS);
    await expectExact(evaluator, foldHead(head, layout, ep, shape.options, standardisation), IDS);
    await evaluator.release();
  });

  it.each(EVERY_PROBE.filter(([, probe]) => probe.splitsLogits))(
    'where a query of %s has its own block, or is the only one, the bias alone stays in the constant',
    async (name, probe) => {
      const random = seededRandom(9);
      const shape = { probe, options: defaultOptions(probe), ...SIZE };
      const head = randomHead(shape, random);
      const evaluator = new HeadEvaluator(runtime, randomTokens(IDS, SIZE, random), shape, 1);
      const layout = headLayout(probe, shape.options, SIZE, SIZE.classes);
      const bias = head[layout.classifierBias] ?? [];
      const [first, second] = [
        await attributionOf(evaluator, head, 'a', 2),
        await attributionOf(evaluator, head, 'b', 2),
      ];
      expect(second.constant).toBeCloseTo(first.constant, 4);
      const mixes = ['clip', 'coca', 'cae'].includes(name.replace(/_all$/, ''));
      if (!mixes) expect(first.constant).toBeCloseTo(bias[2] ?? Number.NaN, 6);
    },
  );

  it('a difference of two classes is the difference of their splits', async () => {
    const random = seededRandom(10);
    const shape = { probe: findProbe('ep_all'), options: { queries: 4, dOut: 1 }, ...SIZE };
    const head = randomHead(shape, random);
    const evaluator = new HeadEvaluator(runtime, randomTokens(IDS, SIZE, random), shape, 1);
    const [one, other, both] = [
      await attributionOf(evaluator, head, 'b', 0),
      await attributionOf(evaluator, head, 'b', 3),
      await attributionOf(evaluator, head, 'b', 0, 3),
    ];
    both.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo((one.weights[i] ?? 0) - (other.weights[i] ?? 0), 4);
    });
    expect(both.constant).toBeCloseTo(one.constant - other.constant, 5);
  });

  it('splits the logit of an image’s own class, in more images than one piece', async () => {
    const random = seededRandom(11);
    const ids = Array.from({ length: 11 }, (_, i) => `image-${i}`);
    const images = ids.map((id, i) => ({ id, name: id, classIndex: i % SIZE.classes }));
    const shape = { probe: findProbe('ep_all'), options: { queries: 4, dOut: 1 }, ...SIZE };
    const head = randomHead(shape, random);
    const evaluator = new HeadEvaluator(runtime, randomTokens(ids, SIZE, random), shape, 1);
    const done: number[] = [];
    const perQuery = await splitOwnLogits(evaluator, head, images, {
      onProgress: (count) => done.push(count),
      pause: async () => {},
    });
    expect(done).toEqual([8, 11]);
    for (const [row, { id, classIndex }] of images.entries()) {
      const { constant, logit } = await attributionOf(evaluator, head, id, classIndex);
      expect(constant + sum(perQuery?.subarray(row * 4, row * 4 + 4) ?? [])).toBeCloseTo(logit, 3);
    }
  });

  it('refuses classes that the head does not know', async () => {
    const shape = { probe: ep, options: {}, ...SIZE };
    const evaluator = new HeadEvaluator(runtime, new TokenStore(), shape, 1);
    const requested = { imageId: 'a', classIndex: 4, against: null };
    await expect(splitLogit(evaluator, {}, requested)).rejects.toThrow('4 classes');
    const itself = { imageId: 'a', classIndex: 1, against: 1 };
    await expect(splitLogit(evaluator, {}, itself)).rejects.toThrow('against another');
  });
});

describe('on trained heads', () => {
  const { store: distant, images } = planted(8);
  // Offsets of up to forty deviations, as backbones have them. At a thousand a head's own logits are
  // rounded by more than these tests allow.
  const store = new TokenStore();
  for (const { id } of images) {
    const tokens = distant.tokens(id);
    const data = tokens.data.map((value, i) => value - 0.95 * (i % WIDTH));
    store.put(id, { ...tokens, data });
  }
  const [heldOut, training] = [images.slice(0, 6), images.slice(6)];
  const options = { queries: 4, dOut: 1 };
  const train = (tokens: TokenStore, name: string, standardise: boolean) => {
    const recipe = { ...RECIPES['small-data'], epochs: 30, standardise };
    const plan: RunPlan = {
      probe: { name, options },
      recipe,
      classCount: CLASSES,
      split: { training, heldOut },
      seed: 3,
      selection: 'last',
      snapshots: false,
    };
    return carryOut(runtime, tokens, plan, {
      onProgress: () => {},
      watched: () => null,
      stopRequested: () => false,
      pause: async () => {},
    });
  };

  it.each(
    ['ep', 'gap', 'linear', 'ep_all', 'gap_all'].flatMap((name) => [
      [name, true] as const,
      [name, false] as const,
    ]),
  )('%s, standardised %s: exact', async (name, standardise) => {
    const { evaluator, head } = await train(store, name, standardise);
    const ids = images.map(({ id }) => id);
    await expectExact(evaluator, head.tensors, ids);
    await evaluator.release();
  });

  it('a folded head gives the split that standardised tokens give in double precision', async () => {
    const standardisation = measureStandardisation(
      training.map(({ id }) => store.read(id, ep)),
      WIDTH,
    );
    const standardised = new TokenStore();
    for (const { id } of images) {
      const tokens = store.tokens(id);
      const data = new Float32Array(tokens.data.length);
      writeStandardised(data, 0, tokens.data, standardisation);
      standardised.put(id, { ...tokens, data });
    }
    const folded = await train(store, 'ep', true);
    const plain = await train(standardised, 'ep', false);
    for (const id of ['image-0', 'image-7']) {
      const { weights } = await attributionOf(folded.evaluator, folded.head.tensors, id, 1);
      const expected = inDouble(plain.head.tensors, standardised.read(id, ep), 1);
      const largest = Math.max(...expected.map(Math.abs));
      weights.forEach((weight, i) => {
        expect(Math.abs(weight - (expected[i] ?? Number.NaN)) / largest).toBeLessThan(1e-4);
      });
    }
  });
});

/** EP's e_jn, (M, N), as design and doc comment write it, patch by patch in double precision. */
function inDouble(head: HeadTensors, tokens: Float32Array, classIndex: number): number[] {
  const of = (name: string, index: number) => head[name]?.[index] ?? Number.NaN;
  const M = (head['0.cls_token']?.length ?? 0) / WIDTH;
  const K = (head['0.v.weight']?.length ?? 0) / WIDTH;
  const product = (name: string, row: number, n: number) => {
    let result = 0;
    for (let d = 0; d < WIDTH; d++) {
      result += of(name, row * WIDTH + d) * (tokens[n * WIDTH + d] ?? Number.NaN);
    }
    return result;
  };
  const places = Array.from({ length: PATCHES }, (_, n) => n);
  return Array.from({ length: M }, (_, j) => {
    const exponents = places.map((n) => product('0.cls_token', j, n) / Math.sqrt(WIDTH));
    const highest = Math.max(...exponents);
    const shares = exponents.map((exponent) => Math.exp(exponent - highest));
    return places.map((n) => {
      let perQuery = 0;
      for (let k = (j * K) / M; k < ((j + 1) * K) / M; k++) {
        const s = 1 / Math.sqrt(of('1.running_var', k) + BATCH_NORM_EPS);
        const value = product('0.v.weight', k, n) - of('1.running_mean', k);
        perQuery += of('2.weight', classIndex * K + k) * s * value;
      }
      return ((shares[n] ?? Number.NaN) / sum(shares)) * perQuery;
    });
  }).flat();
}
