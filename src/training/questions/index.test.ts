import { beforeAll, describe, expect, it } from 'vitest';
import { SameThing } from '../../analysis/same-thing';
import type { Runtime } from '../../runtime/runtime';
import { asReceived } from '../../testing/as-received';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, PATCHES, planted, WIDTH } from '../../testing/planted';
import type { FinishedRun } from '../head/finished-run';
import { HeadRegistry } from '../head/registry';
import { RECIPES } from '../model/recipe';
import { measureStandardisation } from '../model/standardise';
import { describeRun, trainHead } from '../run/train';
import type { TrainRequest } from '../run/train-api';
import { questionHandlers } from '.';
import { collectMapStatistics } from './statistics/statistics';

const { store, images } = planted(8);
const ids = images.map((image) => image.id);
const heads = new HeadRegistry(store);
const calls = asReceived(questionHandlers({ heads, store }));
let runtime: Runtime;
let run: FinishedRun;
let head: { headId: string; epoch: number | null };

const request: TrainRequest = {
  images,
  classCount: CLASSES,
  probe: { name: 'ep', options: { queries: 4, dOut: 1 } },
  recipe: { ...RECIPES['small-data'], epochs: 40 },
  seed: 3,
  heldOutShare: 0.25,
};

async function train(changes: Partial<TrainRequest> = {}): Promise<FinishedRun> {
  const { run: finished } = await trainHead(
    runtime,
    store,
    { ...request, ...changes },
    {
      onProgress: () => {},
      watched: () => null,
      stopRequested: () => false,
      pause: async () => {},
    },
  );
  return finished;
}

beforeAll(async () => {
  runtime = await loadNodeRuntime();
  run = await train();
  head = { headId: await heads.add(run), epoch: null };
});

function listening() {
  const controller = new AbortController();
  const reports: { done: number; total: number }[] = [];
  const progress = (value: { done: number; total: number }) => void reports.push(value);
  return { controller, reports, context: { signal: controller.signal, progress } };
}
const quiet = { signal: new AbortController().signal, progress: () => {} };

const mapsOf = async (imageId: string) =>
  (await calls.inspect({ head, imageId }, quiet))?.maps?.weights ?? new Float32Array();

describe('questions', () => {
  it('show the head at every snapshot, and agree with what training reported', async () => {
    const [imageId = ''] = ids;
    const { predictions, snapshots } = await describeRun(run, store, async () => {});
    const last = await calls.inspect({ head, imageId }, quiet);
    const expected = predictions.find((own) => own.imageId === imageId)?.probabilities ?? [];
    expect(last?.prediction.probabilities).toEqual(expected.map((p) => expect.closeTo(p, 5)));
    const chosen = await calls.inspect(
      { head: { ...head, epoch: run.chosenEpoch }, imageId },
      quiet,
    );
    expect(chosen).toEqual(last);

    const concentration = async (epoch: number) => {
      const seen = await calls.inspect({ head: { ...head, epoch }, imageId }, quiet);
      return Math.max(...(seen?.maps?.weights ?? [Number.NaN]));
    };
    expect(snapshots.epochs[0]).toBe(0);
    // Trained queries point more sharply than they start.
    const atLast = await concentration(snapshots.epochs.at(-1) ?? 0);
    expect(atLast).toBeGreaterThan(1.2 * (await concentration(0)));
    expect(atLast).toBeGreaterThan(5 / PATCHES);
  });

  it('go through all images for the map statistics, and are answered meanwhile where they are short', async () => {
    const { reports, context } = listening();
    let answeredAfter = Number.NaN;
    const progress = (value: { done: number; total: number }) => {
      context.progress(value);
      if (reports.length === 1) {
        void mapsOf(ids[0] ?? '').then(() => {
          answeredAfter = reports.length;
        });
      }
    };
    const mapStatistics = await calls.mapStatistics({ head }, { ...context, progress });
    expect(reports).toEqual([8, 16, 24].map((done) => ({ done, total: 24 })));
    expect(answeredAfter).toBeLessThan(3);
    expect(mapStatistics).toMatchObject({ queries: 4, patches: PATCHES, imageIds: ids });
    const [top] = mapStatistics?.topPatches[2] ?? [];
    const maps = await mapsOf(top?.imageId ?? '');
    expect(top?.weight).toBeCloseTo(maps[2 * PATCHES + (top?.patch ?? 0)] ?? Number.NaN, 5);
  });

  it('say how consistent queries are, by the tokens of all images', async () => {
    const { deviation } = measureStandardisation(
      ids.map((id) => store.patches(id)),
      WIDTH,
    );
    const score = new SameThing(4, deviation);
    for (const id of ids) score.add(await mapsOf(id), store.patches(id));
    const found = await calls.mapStatistics({ head }, quiet);
    expect([...(found?.consistency ?? [])]).toEqual(
      [...(score.finish() ?? [])].map((value) => expect.closeTo(value, 4)),
    );
  });

  it('pause after every image of the map statistics, and leave out one that goes meanwhile', async () => {
    const [first = '', second = ''] = ids;
    const tokens = store.tokens(second);
    let pauses = 0;
    const found = await heads.use(head, ({ evaluator, tensors }) =>
      collectMapStatistics(evaluator, tensors, ids, {
        onProgress: () => {},
        pause: async () => {
          pauses++;
          // 24 images are measured in three pieces; then the first has been looked at.
          if (pauses === 4) store.drop(second);
        },
      }),
    );
    store.put(second, tokens);
    expect(found?.imageIds).toEqual([first, ...ids.slice(2)]);
    expect(pauses).toBeGreaterThanOrEqual(3 + 23);
  });

  it('give one query’s maps as they are image by image', async () => {
    const requested = [ids[5] ?? '', 'gone', ids[1] ?? ''];
    const found = await calls.queryMaps({ head, query: 3, imageIds: requested }, quiet);
    expect(found?.imageIds).toEqual([ids[5], ids[1]]);
    for (const [row, imageId] of (found?.imageIds ?? []).entries()) {
      const expected = (await mapsOf(imageId)).subarray(3 * PATCHES);
      const actual = found?.weights.subarray(row * PATCHES, (row + 1) * PATCHES) ?? [];
      expect([...actual]).toEqual([...expected].map((weight) => expect.closeTo(weight, 5)));
    }
    expect(await calls.queryMaps({ head, query: 4, imageIds: requested }, quiet)).toBeNull();
  });

  it('split logits, and those of every image’s own class', async () => {
    const { reports, context } = listening();
    const mine = images.slice(3, 13);
    const known = [...mine, { id: 'gone', name: 'gone', classIndex: 0 }];
    const found = await calls.queryEvidence({ head, images: known }, context);
    expect(found?.imageIds).toEqual(mine.map(({ id }) => id));
    expect(reports.at(-1)).toEqual({ done: 10, total: 10 });
    for (const [row, { id, classIndex }] of mine.entries()) {
      const requested = { head, imageId: id, classIndex, against: null };
      const answer = await calls.evidence(requested, quiet);
      if (answer?.kind !== 'evidence') throw new Error('No evidence.');
      const { logit, constant } = answer.evidence;
      const own = found?.weights.subarray(row * 4, row * 4 + 4) ?? [];
      const total = [...own].reduce((sum, value) => sum + value, constant);
      expect(Math.abs(total - logit)).toBeLessThan(1e-3);
    }
  });

  it('measure how much each query matters on the held-out images, which training never saw', async () => {
    const { reports, context } = listening();
    const importance = await calls.importance({ head }, context);
    const { heldOut } = await describeRun(run, store, async () => {});
    expect(importance).toMatchObject({ heldOut: true, ...heldOut });
    expect(importance?.without).toHaveLength(4);
    expect(reports).toEqual([{ done: 6, total: 6 }]);

    const alone = await train({ heldOutShare: 0 });
    const headId = await heads.add(alone);
    const onAll = await calls.importance({ head: { headId, epoch: null } }, quiet);
    expect(onAll).toMatchObject({ heldOut: false, total: 24 });
    await heads.forget(headId);
  });

  it('are given up when they are aborted', async () => {
    const { controller, context, reports } = listening();
    const mapStatistics = calls.mapStatistics({ head }, context);
    controller.abort();
    await expect(mapStatistics).rejects.toThrow();
    expect(reports.length).toBeLessThan(2);
  });

  it('have no answer for images without tokens, of probes without maps, and of forgotten heads', async () => {
    const requested = { head, imageId: 'gone', classIndex: 0, against: null };
    expect(await calls.inspect(requested, quiet)).toBeNull();
    expect(await calls.evidence(requested, quiet)).toBeNull();

    const [imageId = ''] = ids;
    const mean = await heads.add(await train({ probe: { name: 'gap', options: {} } }));
    const gap = { headId: mean, epoch: null };
    expect(await calls.mapStatistics({ head: gap }, quiet)).toBeNull();
    expect(await calls.importance({ head: gap }, quiet)).toBeNull();
    expect((await calls.inspect({ head: gap, imageId }, quiet))?.maps).toBeNull();
    expect(await calls.evidence({ ...requested, head: gap, imageId }, quiet)).toMatchObject({
      kind: 'evidence',
      evidence: { queries: 1, patches: PATCHES, cls: null },
    });
    await heads.forget(mean);
    expect(await calls.inspect({ head: gap, imageId }, quiet)).toBeNull();
    expect(await calls.evidence({ ...requested, head: gap, imageId }, quiet)).toBeNull();
  });
});
