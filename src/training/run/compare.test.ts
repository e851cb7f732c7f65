import { beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, planted, WIDTH } from '../../testing/planted';
import { stratifiedFolds } from '../data/folds';
import { TokenStore } from '../data/token-store';
import { RECIPES } from '../model/recipe';
import { type CompareControls, compareProbes, type StudyHead } from './compare';
import { type CompareRequest, type EntryFacts, type FoldResult, foldKey } from './compare-api';

const EP = { key: 'ep', probe: { name: 'ep', options: { queries: 4, dOut: 1 } } };
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
    const [first] = stratifiedFolds(images, 3, 1, 1);
    const heldOut = new Set(first?.heldOut.map(({ id }) => id));
    const disturbed = new TokenStore();
    for (const { id } of images) {
      const tokens = store.tokens(id);
      const data = heldOut.has(id) ? tokens.data.map((value) => 100 - 7 * value) : tokens.data;
      disturbed.put(id, { ...tokens, data });
    }
    const [plain, other] = [await run(), await run({}, { tokens: disturbed })];
    const headOf = ({ heads }: typeof plain) => heads.get('ep')?.run.head.tensors;
    expect(headOf(other)).toEqual(headOf(plain));
    expect(headOf(plain)).toBeDefined();
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
