import { beforeAll, describe, expect, it } from 'vitest';
import type { Runtime } from '../../runtime/runtime';
import { countingRuntime } from '../../testing/counting-runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, PATCHES, planted, WIDTH } from '../../testing/planted';
import type { CurvePoint } from '../../vocabulary/heads';
import { TokenStore } from '../data/token-store';
import { RECIPES } from '../model/recipe';
import { type TrainControls, trainHead } from './train';
import type { TrainRequest } from './train-api';

/** As `stopRequested`, which is called after every epoch. */
function stopAfter(epochs: number): () => boolean {
  let calls = 0;
  return () => ++calls === epochs;
}

describe('trainHead', () => {
  const { store, images } = planted(16);
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await loadNodeRuntime();
  });

  const request: TrainRequest = {
    images,
    classCount: CLASSES,
    probe: { name: 'ep', options: { queries: 4, dOut: 1 } },
    recipe: RECIPES['small-data'],
    seed: 3,
    heldOutShare: 0.25,
  };
  const run = async (
    changes: Partial<TrainRequest> = {},
    controls: Partial<TrainControls> = {},
  ) => {
    const curve: CurvePoint[] = [];
    const { run: finished, result } = await trainHead(
      runtime,
      store,
      { ...request, ...changes },
      {
        onProgress: ({ point }) => curve.push(point),
        watched: () => null,
        stopRequested: () => false,
        pause: async () => {},
        ...controls,
      },
    );
    const { evaluator, head, snapshots } = finished;
    return { evaluator, head, snapshots, result, curve };
  };

  it('finds the patch that carries the class, where the mean over patches does not', async () => {
    const ep = await run();
    const gap = await run({ probe: { name: 'gap', options: {} } });
    expect(ep.result.heldOut).toEqual({ correct: 12, total: 12 });
    expect(gap.result.heldOut?.correct).toBeLessThan(9);
    expect(gap.result.mapSimilarity).toBeNull();
  });

  it('is repeatable: one seed, one run', async () => {
    const [first, second] = [await run(), await run()];
    expect(second.curve).toEqual(first.curve);
    expect((await run({ seed: 4 })).curve).not.toEqual(first.curve);
  });

  it('returns a head for raw tokens that agrees with the curve of the chosen epoch', async () => {
    const { evaluator, head, result, curve } = await run();
    const chosen = curve[result.chosenEpoch - 1];
    expect(chosen?.heldOutAccuracy).toBe((result.heldOut?.correct ?? 0) / 12);
    const id = images[0]?.id ?? '';
    const { maps, prediction } = await evaluator.inspect(head.tensors, id);
    expect(maps).toMatchObject({ imageId: id, queries: 4, patches: PATCHES });
    for (let j = 0; j < 4; j++) {
      const map = maps?.weights.subarray(j * PATCHES, (j + 1) * PATCHES) ?? [];
      expect([...map].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
    expect(result.predictions.find((p) => p.imageId === id)?.probabilities).toEqual(
      prediction.probabilities.map((share) => expect.closeTo(share, 5)),
    );
  });

  it('keeps what there is when stopped', async () => {
    const { result, curve } = await run({}, { stopRequested: stopAfter(7) });
    expect(result).toMatchObject({ stopped: true, epochsRun: 7 });
    expect(curve).toHaveLength(7);
  });

  it('keeps heads along the way, from before the first step to the last, the chosen one among them', async () => {
    const { snapshots, head, result } = await run({}, { stopRequested: stopAfter(45) });
    const { epochs, bytes, limit } = result.snapshots;
    expect(snapshots.map(({ epoch }) => epoch)).toEqual(epochs);
    expect(epochs[0]).toBe(0);
    expect(epochs.at(-1)).toBe(45);
    expect(epochs.length).toBeGreaterThan(15);
    expect(epochs.length).toBeLessThanOrEqual(32);
    expect(bytes).toBeLessThan(limit);
    const chosen = snapshots.find(({ epoch }) => epoch === result.chosenEpoch);
    expect(chosen?.tensors).toBe(head.tensors);
    // Training does not write over a snapshot.
    const start = await run({}, { stopRequested: stopAfter(1) });
    expect(snapshots[0]).toEqual(start.snapshots[0]);
    expect(snapshots[1]?.tensors).not.toEqual(snapshots[0]?.tensors);
  });

  it('sends maps of the watched image', async () => {
    const seen: (string | undefined)[] = [];
    await run({}, { watched: () => 'image-5', onProgress: ({ maps }) => seen.push(maps?.imageId) });
    expect(seen[0]).toBe('image-5');
  });

  it('trains in shuffled mini-batches beyond the recipe’s batch size', async () => {
    const recipe = { ...RECIPES['small-data'], batchSize: 10, epochs: 30 };
    const { result } = await run({ recipe });
    expect(result.heldOut?.correct).toBeGreaterThanOrEqual(11);
  });

  it('reads [CLS] for linear probing, and fails where there is none', async () => {
    const { result } = await run({ probe: { name: 'linear', options: {} } });
    expect(result.parameters).toBe(WIDTH * CLASSES + CLASSES);
    const without = new TokenStore();
    images.forEach(({ id }) => {
      const data = new Float32Array(PATCHES * WIDTH);
      without.put(id, { data, prefixTokens: 0, patches: PATCHES, width: WIDTH });
    });
    const attempt = trainHead(
      runtime,
      without,
      { ...request, probe: { name: 'linear', options: {} } },
      {
        onProgress: () => {},
        watched: () => null,
        stopRequested: () => false,
        pause: async () => {},
      },
    );
    await expect(attempt).rejects.toMatchObject({ failure: { code: 'no-cls-token' } });
  });

  it('follows the paper’s recipe without breaking', async () => {
    const { result, curve } = await run({ recipe: RECIPES.paper });
    expect(result.epochsRun).toBe(RECIPES.paper.epochs);
    expect(curve.every((point) => Number.isFinite(point.loss))).toBe(true);
  });

  it.each([0, 1])('frees what it has when session %i can’t be created', async (sessions) => {
    const counting = countingRuntime(runtime, sessions);
    // Its training step takes two sessions: one prepares what depends on the tokens alone.
    const attempt = trainHead(
      counting.runtime,
      store,
      { ...request, probe: { name: 'simpool', options: {} } },
      {
        onProgress: () => {},
        watched: () => null,
        stopRequested: () => false,
        pause: async () => {},
      },
    );
    await expect(attempt).rejects.toThrow('out of memory');
    const tokens = [...counting.live.tensors].filter(({ dims }) => dims.length === 3);
    expect(tokens).toEqual([]);
    expect(counting.live.sessions.size).toBe(0);
  });

  it('frees what it has when it is given up after the last epoch, while the head is described', async () => {
    const counting = countingRuntime(runtime);
    let epochs = 0;
    const attempt = trainHead(
      counting.runtime,
      store,
      { ...request, recipe: { ...request.recipe, epochs: 2 } },
      {
        onProgress: () => epochs++,
        watched: () => null,
        stopRequested: () => false,
        async pause() {
          if (epochs === 2) throw new DOMException('Cancelled.', 'AbortError');
        },
      },
    );
    await expect(attempt).rejects.toThrow('Cancelled.');
    expect(counting.live.sessions.size).toBe(0);
  });
});
