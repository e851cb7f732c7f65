import { beforeAll, describe, expect, it } from 'vitest';
import { concat, div, expand, reduceSum, slice } from '../../../graph/operators';
import { serialise } from '../../../graph/serialise';
import { substitution } from '../../../graph/substitute';
import { seededRandom } from '../../../numbers/random';
import { ep } from '../../../probes/methods/ep';
import { PROBES, PROBES_WITH_CLS } from '../../../probes/methods/list';
import type { Runtime } from '../../../runtime/runtime';
import { loadNodeRuntime } from '../../../testing/onnxruntime-node';
import { CLASSES, PATCHES, planted, WIDTH } from '../../../testing/planted';
import { defaultOptions, randomHead, randomTokens } from '../../../testing/random-head';
import { HeadEvaluator } from '../../head/evaluator';
import type { RunPlan } from '../../head/finished-run';
import { classify, headState, startForward } from '../../model/forward';
import { BATCH_NORM_EPS, type HeadTensors } from '../../model/head';
import { headFeeds } from '../../model/head-feeds';
import { RECIPES } from '../../model/recipe';
import { carryOut } from '../../run/train';
import { tokensTensor } from '../../step/batches';
import { measureImportance } from './importance';
import { ImportanceRunner } from './importance-runner';

const SIZE = { patches: 9, width: 48, classes: 4 };
const QUIET = { onProgress: () => {}, pause: async () => {} };
/** Their maps are derived from something that is no attention over the patches. */
const DERIVED = ['gap', 'linear', 'cbam', 'dinovit'];

let runtime: Runtime;
beforeAll(async () => {
  runtime = await loadNodeRuntime();
});

async function everyVariant(
  runner: ImportanceRunner,
  head: HeadTensors,
  evaluator: HeadEvaluator,
  ids: string[],
) {
  const tables = ids.map(evaluator.read);
  const tokens = tokensTensor(runtime, tables, null, evaluator.shape);
  const variants: number[][] = [];
  for await (const logits of runner.run(head, tokens)) variants.push([...logits]);
  return variants;
}

it.each([...PROBES, ...PROBES_WITH_CLS].map((probe) => [probe.name, probe] as const))(
  '%s with a map written over in the whole graph gives the same logits, or it offers none',
  async (name, probe) => {
    const random = seededRandom(13);
    const shape = { probe, options: defaultOptions(probe), ...SIZE };
    const ids = ['a', 'b', 'c'];
    const evaluator = new HeadEvaluator(runtime, randomTokens(ids, SIZE, random), shape, 1);
    const head = randomHead(shape, random);
    const runner = await ImportanceRunner.create(runtime, { ...shape, batch: 3 });
    if (DERIVED.includes(name.replace(/_all$/, ''))) {
      expect(runner).toBeNull();
      return;
    }
    if (!runner) throw new Error('No importance.');
    const [whole, ...variants] = await everyVariant(runner, head, evaluator, ids);
    const { logits, attention } = await evaluator.evaluate(head, ids, 3);
    const largest = Math.max(...logits.map(Math.abs));
    const expectEqual = (actual: readonly number[] | undefined, expected: Float32Array) =>
      expected.forEach((logit, i) => {
        expect(Math.abs((actual?.[i] ?? Number.NaN) - logit) / largest).toBeLessThan(1e-5);
      });
    expectEqual(whole, logits);

    // The same by writing over one query's weights for the patches in the whole graph.
    const forward = startForward({ ...shape, batch: 3 }, false);
    const weights = forward.pooled.pooling?.weights;
    if (!weights) throw new Error('Nothing is pooled.');
    const [, queries = 0, all = 0] = weights.shape;
    const before = all - SIZE.patches;
    const rows = Array.from({ length: queries }, (_, j) => slice(weights, 1, j, j + 1));
    const query = queries - 1;
    const own = rows[query] ?? weights;
    const even = expand(div(reduceSum(slice(own, 2, before, all), [2], true), SIZE.patches), [
      3,
      1,
      SIZE.patches,
    ]);
    rows[query] = before > 0 ? concat([slice(own, 2, 0, before), even], 2) : even;
    const written = concat(rows, 1);
    const replace = substitution((value) => (value === weights ? written : undefined));
    const session = await runtime.createSession(
      serialise({
        logits: replace(classify(forward.normalised, forward)),
        map: replace(forward.pooled.attention ?? weights),
      }),
    );
    const outputs = await runtime.run(session, {
      tokens: tokensTensor(runtime, ids.map(evaluator.read), null, shape),
      ...headFeeds(runtime, session, headState(forward), head),
    });
    expectEqual(variants[query], outputs.logits?.data as Float32Array);
    // What has been written over is the map that is shown.
    const maps = outputs.map?.data as Float32Array;
    const place = query * SIZE.patches;
    expect(attention).not.toBeNull();
    expect(attention?.[place]).not.toBeCloseTo(1 / SIZE.patches, 6);
    for (let n = 0; n < SIZE.patches; n++) expect(maps[place + n]).toBeCloseTo(1 / SIZE.patches, 6);
  },
);

describe('on images', () => {
  const { store, images } = planted(8);
  const options = { queries: 4, dOut: 1 };
  const block = WIDTH / options.queries;

  it('finds the one query that carries everything', async () => {
    const plan: RunPlan = {
      probe: { name: 'ep', options },
      recipe: { ...RECIPES['small-data'], epochs: 60 },
      classCount: CLASSES,
      split: { training: images, heldOut: [] },
      seed: 3,
      selection: 'last',
      snapshots: false,
    };
    const { evaluator, head } = await carryOut(runtime, store, plan, {
      onProgress: () => {},
      watched: () => null,
      stopRequested: () => false,
      pause: async () => {},
    });
    let best = { correct: 0, without: Number.NaN };
    for (let query = 0; query < options.queries; query++) {
      // A classifier that listens to this query alone.
      const weight = head.tensors['2.weight']?.map((value, i) =>
        Math.floor((i % WIDTH) / block) === query ? value : 0,
      );
      const deafened = { ...head.tensors, '2.weight': weight ?? new Float32Array() };
      const importance = await measureImportance(evaluator, deafened, images, QUIET);
      if (!importance) throw new Error('No importance.');
      const { total, correct, without } = importance;
      expect(total).toBe(images.length);
      without.forEach((other, j) => {
        if (j !== query) expect(other.correct).toBe(correct);
      });
      if (correct > best.correct) {
        best = { correct, without: without[query]?.correct ?? Number.NaN };
      }
    }
    expect(best.correct).toBe(images.length);
    expect(best.without).toBeLessThan(images.length / 2);
    await evaluator.release();
  });

  it('equals the answers computed patch by patch, overall and per class', async () => {
    const shape = { probe: ep, options, patches: PATCHES, width: WIDTH, classes: CLASSES };
    const evaluator = new HeadEvaluator(runtime, store, shape, 1);
    const head = randomHead(shape, seededRandom(5));
    const done: number[] = [];
    const importance = await measureImportance(evaluator, head, images, {
      onProgress: (count) => done.push(count),
      pause: async () => {},
    });
    expect(done).toEqual([16, 24]);
    const expected = [null, 0, 1, 2, 3].map((uniform) => {
      const perClass = new Array<number>(CLASSES).fill(0);
      for (const { id, classIndex } of images) {
        const logits = inDouble(head, store.read(id, ep), uniform);
        const answer = logits.indexOf(Math.max(...logits));
        if (answer === classIndex) perClass[classIndex] = (perClass[classIndex] ?? 0) + 1;
      }
      return { correct: perClass.reduce((total, right) => total + right, 0), perClass };
    });
    const [whole, ...without] = expected;
    expect(importance).toEqual({
      total: 24,
      correct: whole?.correct,
      perClass: whole?.perClass.map((correct) => ({ correct, total: 8 })),
      without,
    });
    // Else the test would say nothing.
    expect(new Set(without.map(({ perClass }) => perClass.join())).size).toBeGreaterThan(1);
  });

  it('is given up where its owner gives up', async () => {
    const shape = { probe: ep, options, patches: PATCHES, width: WIDTH, classes: CLASSES };
    const evaluator = new HeadEvaluator(runtime, store, shape, 1);
    const head = randomHead(shape, seededRandom(5));
    const pause = () => Promise.reject(new DOMException('Cancelled.', 'AbortError'));
    const given = measureImportance(evaluator, head, images, { onProgress: () => {}, pause });
    await expect(given).rejects.toThrow('Cancelled.');
  });
});

/** EP's logits with the map of one query uniform, patch by patch in double precision. */
function inDouble(head: HeadTensors, tokens: Float32Array, uniform: number | null): number[] {
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
  const maps = Array.from({ length: M }, (_, j) => {
    if (j === uniform) return places.map(() => 1 / PATCHES);
    const scores = places.map((n) => product('0.cls_token', j, n) / Math.sqrt(WIDTH));
    const shares = scores.map((score) => Math.exp(score - Math.max(...scores)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  });
  const normalised = Array.from({ length: K }, (_, k) => {
    const map = maps[Math.floor((k * M) / K)] ?? [];
    const value = map.reduce((sum, share, n) => sum + share * product('0.v.weight', k, n), 0);
    return (value - of('1.running_mean', k)) / Math.sqrt(of('1.running_var', k) + BATCH_NORM_EPS);
  });
  return Array.from({ length: CLASSES }, (_, c) =>
    normalised.reduce((sum, value, k) => sum + of('2.weight', c * K + k) * value, of('2.bias', c)),
  );
}
