import { beforeAll, expect, it } from 'vitest';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { CLASSES, planted } from '../../testing/planted';
import { stratifiedSplit } from '../data/split';
import type { RunPlan } from '../head/finished-run';
import { RECIPES, type Setting } from '../model/recipe';
import { chooseSetting } from './choose-setting';

const { store, images } = planted(12);
const plan: RunPlan = {
  probe: { name: 'ep', options: { queries: 4, dOut: 1 } },
  recipe: { ...RECIPES['small-data'], epochs: 20 },
  classCount: CLASSES,
  split: stratifiedSplit(images, 0.25, 1),
  seed: 1,
  selection: 'last',
  snapshots: false,
};
const STILL: Setting = { learningRate: 1e-9, queryLearningRate: 0 };
const BURSTING: Setting = { learningRate: 1e30, queryLearningRate: 1e30 };

let runtime: Runtime;
beforeAll(async () => {
  runtime = await loadNodeRuntime();
});
const choose = (settings: readonly Setting[], changes: Partial<RunPlan> = {}) => {
  const among = { settings, innerShare: 1 / 3, inner: (recipe: RunPlan['recipe']) => recipe };
  return chooseSetting(runtime, store, { ...plan, ...changes }, among, async () => {});
};

it('chooses what does better on images that its runs have not seen, wherever it stands', async () => {
  const first = await choose([{}, STILL]);
  expect(first.setting).toEqual({});
  expect(first.inner.total).toBe(9);
  expect(first.inner.correct).toBeGreaterThan(5);
  expect(await choose([STILL, {}])).toEqual(first);
});

it('takes the earlier of equals, and none whose loss is infinite', async () => {
  expect((await choose([STILL, { ...STILL, warmupEpochs: 0 }])).setting).toEqual(STILL);
  expect((await choose([BURSTING, {}])).setting).toEqual({});
  expect((await choose([BURSTING])).setting).toEqual({});
});

it('looks at no label of what the fold holds out', async () => {
  const { training, heldOut } = plan.split;
  const turned = heldOut.map((image) => ({
    ...image,
    classIndex: (image.classIndex + 1) % CLASSES,
  }));
  const settings = [{}, STILL, { learningRate: 0.003 }];
  const plain = await choose(settings);
  expect(await choose(settings, { split: { training, heldOut: turned } })).toEqual(plain);
  expect(await choose(settings, { split: { training, heldOut: [] } })).toEqual(plain);
});
