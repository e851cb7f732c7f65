import { beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, planted } from '../../testing/planted';
import { stratifiedFolds } from '../data/folds';
import { withShots } from '../data/shots';
import { TokenStore } from '../data/token-store';
import { RECIPES } from '../model/recipe';
import { type LowShotControls, measureLowShot } from './low-shot';
import { type LowShotRequest, type ShotResult, shotKey } from './low-shot-api';

const EP = { key: 'ep', probe: { name: 'ep', options: { queries: 4, dOut: 1 } } };
const GAP = { key: 'gap', probe: { name: 'gap', options: {} } };
const KNN = { key: 'knn', probe: { name: 'knn', options: {} } };

describe('low shot', () => {
  const { store, images } = planted(18);
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await loadNodeRuntime();
  });

  const request: LowShotRequest = {
    images,
    classCount: CLASSES,
    entries: [EP, GAP],
    sizes: [2, 12],
    recipe: { ...RECIPES['small-data'], epochs: 40 },
    seed: 1,
    folds: 3,
    repeats: 1,
    finished: [],
  };
  const run = async (
    changes: Partial<LowShotRequest> = {},
    tokens = store,
    controls: Partial<LowShotControls> = {},
  ) => {
    const results: ShotResult[] = [];
    await measureLowShot(
      runtime,
      tokens,
      { ...request, ...changes },
      { onResult: (result) => results.push(result), pause: async () => {}, ...controls },
    );
    return results;
  };
  const numbers = (results: readonly ShotResult[]) =>
    results.map(({ milliseconds: _, ...rest }) => rest);

  it('tests every entry on every image once at every size', async () => {
    const results = await run();
    expect(results.slice(0, 7).map(shotKey)).toEqual([
      ...['2:0:ep', '2:1:ep', '2:2:ep', '2:0:gap', '2:1:gap', '2:2:gap'],
      '12:0:ep',
    ]);
    const sum = (key: string, perClass: number, of: 'correct' | 'total') =>
      results
        .filter((result) => result.key === key && result.perClass === perClass)
        .reduce((all, result) => all + result[of], 0);
    expect([sum('ep', 2, 'total'), sum('gap', 12, 'total')]).toEqual([54, 54]);
    for (const perClass of request.sizes) {
      expect(sum('ep', perClass, 'correct')).toBeGreaterThan(sum('gap', perClass, 'correct') + 5);
    }
  });

  it('learns from the images that were taken and from no others', async () => {
    const [first = { training: [], heldOut: [] }] = stratifiedFolds(images, 3, 1, 1);
    const seen = withShots(first, 2, 1);
    const used = new Set([...seen.training, ...seen.heldOut].map(({ id }) => id));
    const disturbed = new TokenStore();
    for (const { id } of images) {
      const tokens = store.tokens(id);
      const data = used.has(id) ? tokens.data : tokens.data.map((value) => 100 - 7 * value);
      disturbed.put(id, { ...tokens, data });
    }
    const ofFirst = async (tokens: TokenStore) =>
      numbers(await run({ entries: [EP, KNN], sizes: [2] }, tokens)).filter((r) => r.fold === 0);
    const plain = await ofFirst(store);
    expect(plain).toHaveLength(2);
    expect(await ofFirst(disturbed)).toEqual(plain);
  });

  it('goes on where it was cancelled, and ends with the same numbers', async () => {
    const changes = { sizes: [2, 4], recipe: { ...request.recipe, epochs: 5 } };
    const whole = await run(changes);
    const half: ShotResult[] = [];
    const cancelled = run(changes, store, {
      onResult: (result) => half.push(result),
      async pause() {
        if (half.length === 4) throw new DOMException('Cancelled.', 'AbortError');
      },
    });
    await expect(cancelled).rejects.toThrow('Cancelled.');
    const rest = await run({ ...changes, finished: half.map(shotKey) });
    expect(numbers([...half, ...rest])).toEqual(numbers(whole));
  });
});
