import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../numbers/random';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, planted, WIDTH } from '../../testing/planted';
import { stratifiedFolds } from '../data/folds';
import { TokenStore } from '../data/token-store';
import { RECIPES, withSetting } from '../model/recipe';
import { type CompareControls, compareProbes, type StudyHead } from './compare';
import { type CompareRequest, type EntryFacts, type FoldResult, foldKey } from './compare-api';

const ep = (queries: number) => ({ name: 'ep', options: { queries, dOut: 1 } });
const EP = { key: 'ep', probe: ep(4) };
const KNN = { key: 'knn', probe: { name: 'knn', options: {} } };
const GAP = { key: 'gap', probe: { name: 'gap', options: {} } };

describe('compare', () => {
  const { store, images } = planted(12);
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await loadNodeRuntime();
  });

  const request: CompareRequest = {
    images,
    classCount: CLASSES,
    entries: [EP, GAP],
    recipe: { ...RECIPES['small-data'], epochs: 40 },
    seed: 1,
    folds: 3,
    repeats: 1,
    choice: 'shared',
    finished: [],
  };
  const run = async (
    changes: Partial<CompareRequest> = {},
    { tokens = store, controls = {} as Partial<CompareControls> } = {},
  ) => {
    const results: FoldResult[] = [];
    const facts: EntryFacts[] = [];
    const heads = new Map<string, StudyHead>();
    await compareProbes(
      runtime,
      tokens,
      { ...request, ...changes },
      {
        onProgress: (progress) => {
          if (progress.kind === 'fold') results.push(progress.result);
          else facts.push(progress.facts);
        },
        pause: async () => {},
        onHead(key, head) {
          heads.set(key, head);
        },
        ...controls,
      },
    );
    return { results, facts, heads };
  };

  /** The same tokens, but for those of the images that fold 0 holds out. */
  const disturbed = () => {
    const [first] = stratifiedFolds(images, 3, 1, 1);
    const heldOut = new Set(first?.heldOut.map(({ id }) => id));
    const tokens = new TokenStore();
    for (const { id } of images) {
      const own = store.tokens(id);
      const data = heldOut.has(id) ? own.data.map((value) => 100 - 7 * value) : own.data;
      tokens.put(id, { ...own, data });
    }
    return tokens;
  };

  it('tests every entry on every image once, and tells them apart', async () => {
    const { results, facts, heads } = await run();
    expect(results.map(foldKey)).toEqual(['0:ep', '1:ep', '2:ep', '0:gap', '1:gap', '2:gap']);
    const right = (key: string) =>
      results.reduce((sum, { key: own, correct }) => sum + (own === key ? correct : 0), 0);
    const tested = results.reduce((sum, { key, total }) => sum + (key === 'ep' ? total : 0), 0);
    expect(tested).toBe(images.length);
    expect(right('ep')).toBeGreaterThan(30);
    expect(right('gap')).toBeLessThan(24);
    expect(facts.map(({ parameters }) => parameters)).toEqual([
      { total: WIDTH * WIDTH + 4 * WIDTH + (WIDTH + 1) * CLASSES, pooling: WIDTH * (WIDTH + 4) },
      { total: (WIDTH + 1) * CLASSES, pooling: 0 },
    ]);
    expect([...heads.keys()]).toEqual(['ep', 'gap']);
    // Of a study only what its heads ended as.
    for (const { run: finished } of heads.values()) {
      expect(finished.snapshots).toEqual([{ epoch: 40, tensors: finished.head.tensors }]);
    }
  });

  it('lets nothing of a held-out fold reach its training', async () => {
    const [plain, other] = [await run(), await run({}, { tokens: disturbed() })];
    const headOf = ({ heads }: typeof plain) => heads.get('ep')?.run.head.tensors;
    expect(headOf(other)).toEqual(headOf(plain));
    expect(headOf(plain)).toBeDefined();
  });

  describe('settings chosen for each probe', () => {
    const inner = { choice: 'inner', recipe: { ...request.recipe, epochs: 10 } } as const;
    const choices = (results: FoldResult[]) =>
      results.map(({ key, fold, chosen }) => ({ key, fold, ...chosen, milliseconds: 0 }));

    it('are chosen in every fold, and what was chosen is what the head was trained with', async () => {
      const { results, heads } = await run({ ...inner, entries: [GAP, EP, KNN] });
      expect(results.map(({ chosen }) => chosen?.kind)).toEqual([
        ...['recipe', 'recipe', 'recipe', 'recipe', 'recipe', 'recipe', 'knn', 'knn', 'knn'],
      ]);
      for (const [key, { run: finished }] of heads) {
        const { chosen } = results.find((one) => one.key === key && one.fold === 0) ?? {};
        if (chosen?.kind !== 'recipe') throw new Error('Nothing was chosen.');
        expect(finished.plan.recipe).toEqual(withSetting(inner.recipe, chosen.setting));
        expect(chosen.inner.total).toBeGreaterThan(0);
      }
      // Ten epochs of the recipe are too few for a classifier alone: it has longer ones to choose.
      expect(heads.get('gap')?.run.epochsRun).toBe(200);
    });

    it('are chosen without the held-out fold, whatever it holds', async () => {
      const entries = [EP, GAP, KNN];
      const finished = entries.flatMap(({ key }) => [1, 2].map((fold) => foldKey({ key, fold })));
      const plain = await run({ ...inner, entries, finished });
      const other = await run({ ...inner, entries, finished }, { tokens: disturbed() });
      expect(choices(other.results)).toEqual(choices(plain.results));
      expect(other.results.map(({ correct }) => correct)).not.toEqual(
        plain.results.map(({ correct }) => correct),
      );
    });

    it('are the same again when an entry is trained alone, from where it was cancelled', async () => {
      const whole = await run({ ...inner, entries: [EP, GAP] });
      const finished = [1, 2].map((fold) => foldKey({ key: 'gap', fold }));
      const alone = await run({ ...inner, entries: [GAP], finished });
      const first = whole.results.filter(({ key, fold }) => key === 'gap' && fold === 0);
      expect(choices(alone.results)).toEqual(choices(first));
      expect(alone.heads.get('gap')?.run.head.tensors).toEqual(
        whole.heads.get('gap')?.run.head.tensors,
      );
    });

    it('are those of the recipe where there is no image to choose by', async () => {
      const pairs = images.filter((_, at) => at < 2 * CLASSES);
      const { results } = await run({ ...inner, images: pairs, folds: 2, entries: [GAP] });
      expect(results.map(({ chosen }) => chosen)).toMatchObject([
        { setting: {}, inner: { total: 0 } },
        { setting: {}, inner: { total: 0 } },
      ]);
    });

    it('make nothing of noise: every probe stays at chance', async () => {
      const entries = [EP, { ...EP, key: 'ep 2', probe: ep(2) }, GAP, KNN];
      const right = new Map<string, number>();
      let total = 0;
      for (const seed of [1, 2, 3, 4, 5]) {
        const noise = new TokenStore();
        const random = seededRandom(1000 + seed);
        for (const { id } of images) {
          const data = Float32Array.from({ length: 5 * 8 }, () => random() - 0.5);
          noise.put(id, { data, prefixTokens: 1, patches: 4, width: 8 });
        }
        const { results } = await run({ ...inner, seed, entries }, { tokens: noise });
        total += images.length;
        for (const { key, correct } of results) right.set(key, (right.get(key) ?? 0) + correct);
      }
      // 180 images, a third right by chance: beyond four standard deviations is no chance any more.
      const deviation = Math.sqrt((total * 2) / 9);
      for (const correct of right.values()) {
        expect(Math.abs(correct - total / CLASSES)).toBeLessThan(4 * deviation);
      }
    });
  });

  it('compares with nearest neighbours, which learn nothing', async () => {
    const { results, facts, heads } = await run({ entries: [KNN] });
    expect(results.map(({ total }) => total)).toEqual([12, 12, 12]);
    expect(facts[0]?.parameters.total).toBe(0);
    expect(heads.size).toBe(0);
  });

  it('takes twenty classes of three images: three folds, every class in each', async () => {
    const many = planted(20);
    const relabelled = many.images.map((image, i) => ({ ...image, classIndex: i % 20 }));
    const { results } = await run(
      { images: relabelled, classCount: 20, entries: [EP, KNN] },
      { tokens: many.store },
    );
    expect(results.map(({ total }) => total)).toEqual([20, 20, 20, 20, 20, 20]);
  });

  it('goes on where it was cancelled, and ends with the same numbers', async () => {
    const whole = (await run()).results;
    const half: FoldResult[] = [];
    const cancelled = run(
      {},
      {
        controls: {
          onProgress: (progress) => progress.kind === 'fold' && half.push(progress.result),
          async pause() {
            if (half.length === 2) throw new DOMException('Cancelled.', 'AbortError');
          },
        },
      },
    );
    await expect(cancelled).rejects.toThrow('Cancelled.');
    const rest = (await run({ finished: half.map(foldKey) })).results;
    const numbers = (results: FoldResult[]) =>
      results.map(({ key, fold, correct, total }) => ({ key, fold, correct, total }));
    expect(numbers([...half, ...rest])).toEqual(numbers(whole));
  });

  it('keeps no head of a fold that was given up while it was measured', async () => {
    let steps = 0;
    const heads: string[] = [];
    const epochs = 2;
    const cancelled = run(
      { recipe: { ...request.recipe, epochs } },
      {
        controls: {
          // One step an epoch, all in one batch.
          async pause() {
            if (++steps > epochs) throw new DOMException('Cancelled.', 'AbortError');
          },
          onHead: (key) => void heads.push(key),
        },
      },
    );
    await expect(cancelled).rejects.toThrow('Cancelled.');
    expect(heads).toEqual([]);
  });
});
