import { beforeAll, describe, expect, it } from 'vitest';
import type { CallContext, Handlers } from '../../bridge/host';
import { seededRandom } from '../../numbers/random';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import type { Runtime } from '../../runtime/runtime';
import { asReceived } from '../../testing/as-received';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { defaultOptions, randomTokens } from '../../testing/random-head';
import type { TrainerCalls } from '../api';
import { RECIPES } from '../model/recipe';
import type { TrainProgress, TrainRequest } from '../run/train-api';
import { createTrainer } from '../trainer';
import { headBuffers, type PortableHead } from './portable-head';

const CLASSES = 3;
// A width that every probe can divide among its heads.
const SIZE = { patches: 9, width: 48 };
const images = Array.from({ length: 12 }, (_, i) => ({
  id: `image-${i}`,
  name: `image-${i}`,
  classIndex: i % CLASSES,
}));
const ids = images.map(({ id }) => id);
const store = randomTokens(ids, SIZE, seededRandom(7));
let runtime: Runtime;

const quiet: CallContext<never> = { signal: new AbortController().signal, progress: () => {} };
const reporting = quiet as CallContext<unknown> as CallContext<TrainProgress>;

type Trainer = Handlers<TrainerCalls>;

beforeAll(async () => {
  runtime = await loadNodeRuntime();
});

/** A worker of its own. */
async function freshTrainer(mark: string): Promise<Trainer> {
  const trainer = asReceived(
    createTrainer({ loadRuntime: async () => runtime, emit: () => {}, mark }),
  );
  await trainer.load({ device: 'wasm', threads: 1 }, quiet);
  for (const id of ids) trainer.putTokens({ imageId: id, tokens: store.tokens(id) }, quiet);
  return trainer;
}

const request = (name: string, changes: Partial<TrainRequest> = {}): TrainRequest => {
  const probe = [...PROBES, ...PROBES_WITH_CLS].find((candidate) => candidate.name === name);
  return {
    images,
    classCount: CLASSES,
    probe: { name, options: probe ? defaultOptions(probe) : {} },
    recipe: { ...RECIPES['small-data'], epochs: 3 },
    seed: 3,
    heldOutShare: 0.25,
    ...changes,
  };
};

async function exported(trainer: Trainer, headId: string): Promise<PortableHead> {
  const head = await trainer.exportHead({ headId, snapshots: true }, quiet);
  if (!head) throw new Error('The head is gone.');
  return head;
}

/** As through the page and its storage: copied on the way out, moved on the way in. */
function sent(head: PortableHead): PortableHead {
  const stored = structuredClone(head);
  return structuredClone(stored, { transfer: headBuffers(stored) as ArrayBuffer[] });
}

/** Everything that a head can be asked, at one moment of its training. */
async function answers(trainer: Trainer, headId: string, epoch: number | null) {
  const head = { headId, epoch };
  const [imageId = ''] = ids;
  return {
    inspections: await Promise.all(ids.map((id) => trainer.inspect({ head, imageId: id }, quiet))),
    evidence: await trainer.evidence({ head, imageId, classIndex: 1, against: 2 }, quiet),
    queryMaps: await trainer.queryMaps({ head, query: 0, imageIds: ids }, quiet),
    importance: epoch === null ? await trainer.importance({ head }, quiet) : null,
    mapStatistics: epoch === null ? await trainer.mapStatistics({ head }, quiet) : null,
  };
}

describe('a head that was exported and taken in by another worker', () => {
  const names = [...PROBES, ...PROBES_WITH_CLS].map(({ name }) => name);

  it.each(names)('answers as before: %s', async (name) => {
    const before = await freshTrainer('-a');
    const { headId, snapshots } = await before.train(request(name), reporting);
    const after = await freshTrainer('-b');
    await after.importHead({ headId, head: sent(await exported(before, headId)) }, quiet);
    expect(snapshots.epochs).toEqual([0, 1, 2, 3]);
    for (const epoch of [null, ...snapshots.epochs]) {
      const found = await answers(after, headId, epoch);
      expect(found.inspections[0]?.prediction.probabilities).toHaveLength(CLASSES);
      expect(found).toEqual(await answers(before, headId, epoch));
    }
    expect(await exported(after, headId)).toEqual(await exported(before, headId));
  });

  it('also where its tokens were not standardised', async () => {
    const before = await freshTrainer('-a');
    const recipe = { ...RECIPES.paper, epochs: 2 };
    for (const name of ['ep', 'cait']) {
      const { headId } = await before.train(request(name, { recipe }), reporting);
      const after = await freshTrainer('-b');
      await after.importHead({ headId, head: sent(await exported(before, headId)) }, quiet);
      expect(await answers(after, headId, null)).toEqual(await answers(before, headId, null));
    }
  });

  it('also where it was opened from a comparison', async () => {
    const before = await freshTrainer('-a');
    const { recipe, probe } = request('ep');
    await before.compare(
      {
        ...{ images, classCount: CLASSES, entries: [{ key: 'ep', probe }], recipe, seed: 1 },
        ...{ folds: 2, repeats: 1, choice: 'shared', finished: [] },
      },
      quiet as CallContext<unknown> as CallContext<never>,
    );
    const headId = (await before.openHead({ key: 'ep' }, quiet))?.result.headId ?? '';
    const after = await freshTrainer('-b');
    await after.importHead({ headId, head: sent(await exported(before, headId)) }, quiet);
    expect(await answers(after, headId, null)).toEqual(await answers(before, headId, null));
  });

  it('keeps its id apart from those of heads that are trained there, and is taken in once', async () => {
    const before = await freshTrainer('-a');
    const { headId } = await before.train(request('gap'), reporting);
    const head = await exported(before, headId);
    const after = await freshTrainer('-b');
    await after.importHead({ headId, head: sent(head) }, quiet);
    await after.importHead({ headId, head: sent(head) }, quiet);
    const own = await after.train(request('gap'), reporting);
    expect([headId, own.headId]).toEqual(['train-1-a', 'train-1-b']);
    await after.forgetHead({ headId }, quiet);
    expect(await after.exportHead({ headId, snapshots: true }, quiet)).toBeNull();
    expect(await before.exportHead({ headId, snapshots: false }, quiet)).toEqual({
      ...head,
      snapshots: [],
    });
    // What was given out is a copy: the one who gave it still has all of it.
    expect(await answers(before, headId, null)).toMatchObject({ evidence: {} });
  });
});

describe('what is no head is refused, and the worker lives on', () => {
  const change = (head: PortableHead, changes: object) => ({ ...head, ...changes });
  const withProbe = (head: PortableHead, probe: object) =>
    change(head, { plan: { ...head.plan, probe: { ...head.plan.probe, ...probe } } });

  const DAMAGES: Record<string, (head: PortableHead) => unknown> = {
    nothing: () => null,
    'a later format': (head) => change(head, { format: 2 }),
    'no plan': (head) => change(head, { plan: {} }),
    'an unknown probe': (head) => withProbe(head, { name: 'oracle' }),
    'a probe without tokens to read': (head) => withProbe(head, { name: 'knn' }),
    'other options': (head) => withProbe(head, { options: { queries: 5 } }),
    'options that no probe has': (head) => withProbe(head, { options: { queries: -8, dOut: 0 } }),
    'another number of classes': (head) => change(head, { plan: { ...head.plan, classCount: 9 } }),
    'another width': (head) => change(head, { width: 49 }),
    'no tensors': (head) => change(head, { tensors: {} }),
    'a short tensor': (head) =>
      change(head, { tensors: { ...head.tensors, '2.bias': new Float32Array(1) } }),
    'a list for a tensor': (head) =>
      change(head, { tensors: { ...head.tensors, '2.bias': [0, 0, 0] } }),
    'one tensor more': (head) =>
      change(head, { tensors: { ...head.tensors, more: new Float32Array(1) } }),
    'a snapshot of something else': (head) =>
      change(head, { snapshots: [{ epoch: 0, tensors: {} }] }),
    'a label that is no class': (head) =>
      change(head, {
        plan: {
          ...head.plan,
          split: { training: [], heldOut: [{ id: 'a', name: 'a', classIndex: 3 }] },
        },
      }),
  };

  it('whatever it is', async () => {
    const trainer = await freshTrainer('-a');
    const { headId } = await trainer.train(request('ep'), reporting);
    const head = await exported(trainer, headId);
    for (const [what, damage] of Object.entries(DAMAGES)) {
      const taken = Promise.resolve().then(() =>
        trainer.importHead({ headId: 'x', head: damage(head) as PortableHead }, quiet),
      );
      await expect(taken, what).rejects.toMatchObject({ failure: { code: 'head-damaged' } });
      expect(await trainer.exportHead({ headId: 'x', snapshots: true }, quiet), what).toBeNull();
    }
    await trainer.importHead({ headId: 'x', head: sent(head) }, quiet);
    expect(await answers(trainer, 'x', 0)).toEqual(await answers(trainer, headId, 0));
  });
});
