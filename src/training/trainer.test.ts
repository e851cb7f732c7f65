import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallContext, Handlers } from '../bridge/host';
import type { DeviceLoss, Runtime } from '../runtime/runtime';
import { asReceived } from '../testing/as-received';
import { countingRuntime } from '../testing/counting-runtime';
import { loadNodeRuntime } from '../testing/onnxruntime-node';
import { CLASSES, planted } from '../testing/planted';
import type { TrainerCalls, TrainerEvent } from './api';
import { RECIPES } from './model/recipe';
import type { TrainProgress, TrainRequest } from './run/train-api';
import { createTrainer } from './trainer';

const { store, images } = planted(4);
const WATCHED = 'image-5';
const request: TrainRequest = {
  images,
  classCount: CLASSES,
  probe: { name: 'ep', options: { queries: 4, dOut: 1 } },
  recipe: { ...RECIPES['small-data'], epochs: 3 },
  seed: 3,
  heldOutShare: 0.25,
};

let trainer: Handlers<TrainerCalls>;
let live: ReturnType<typeof countingRuntime>['live'];
let events: TrainerEvent[];
let lose: (loss: DeviceLoss) => void;

beforeEach(async () => {
  events = [];
  const counting = countingRuntime(await loadNodeRuntime());
  live = counting.live;
  const runtime: Runtime = {
    ...counting.runtime,
    lost: new Promise((resolve) => {
      lose = resolve;
    }),
  };
  trainer = asReceived(
    createTrainer({ loadRuntime: async () => runtime, emit: (event) => events.push(event) }),
  );
});

/** A call’s context that keeps what is reported. */
function listening<Progress>(onProgress: (value: Progress) => void = () => {}) {
  const controller = new AbortController();
  const reports: Progress[] = [];
  const context: CallContext<Progress> = {
    signal: controller.signal,
    progress(value) {
      reports.push(value);
      onProgress(value);
    },
  };
  return { controller, reports, context };
}
const quiet = listening<never>().context;

async function load() {
  await trainer.load({ device: 'wasm', threads: 1 }, quiet);
  putAll();
}

function putAll() {
  for (const { id } of images) trainer.putTokens({ imageId: id, tokens: store.tokens(id) }, quiet);
}

const inspect = (headId: string) =>
  trainer.inspect({ head: { headId, epoch: null }, imageId: WATCHED }, quiet);

describe('the trainer', () => {
  it('can train once it has a runtime, and reports when its device is lost', async () => {
    const attempt = async () => trainer.train(request, listening<TrainProgress>().context);
    await expect(attempt()).rejects.toThrow('The trainer has no runtime yet');
    await load();
    expect((await attempt()).headId).toBe('train-1');
    const failure: DeviceLoss = {
      code: 'graphics-device-lost',
      detail: 'unplugged',
      reason: 'unknown',
    };
    lose(failure);
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'device-lost', failure }]));
  });

  it('shows the maps of the image that the request names, or that was named since', async () => {
    await load();
    const seen = async (changes: Partial<TrainRequest>) => {
      const { reports, context } = listening<TrainProgress>();
      await trainer.train({ ...request, ...changes }, context);
      return reports[0]?.maps?.imageId;
    };
    expect(await seen({})).toBeUndefined();
    expect(await seen({ watchedImageId: WATCHED })).toBe(WATCHED);
    expect(await seen({})).toBe(WATCHED);
    expect(await seen({ watchedImageId: 'gone' })).toBeUndefined();
    trainer.watch({ imageId: 'image-1' }, quiet);
    expect(await seen({})).toBe('image-1');
    expect(await seen({ watchedImageId: null })).toBeUndefined();
  });

  it('ends early and keeps the head when stopped', async () => {
    await load();
    const { context } = listening<TrainProgress>(() => trainer.stop(null, quiet));
    const { headId, stopped, epochsRun } = await trainer.train(request, context);
    // Requested while the first epoch is reported, so the second is the last.
    expect([stopped, epochsRun]).toEqual([true, 2]);
    expect(await inspect(headId)).not.toBeNull();
    await trainer.forgetHead({ headId }, quiet);
    expect(await inspect(headId)).toBeNull();
    expect(live.sessions.size).toBe(0);
  });

  it('keeps no head of a run that was given up, however late', async () => {
    await load();
    const { controller, context } = listening<TrainProgress>(({ point }) => {
      if (point.epoch === request.recipe.epochs) controller.abort();
    });
    await expect(trainer.train(request, context)).rejects.toThrow();
    await trainer.reset(null, quiet);
    putAll();
    expect(await inspect('train-1')).toBeNull();
    expect(live.sessions.size).toBe(0);
  });

  it('opens heads of a study, and forgets all of them with the tokens', async () => {
    await load();
    const entry = { key: 'gap', probe: { name: 'gap', options: {} } };
    await trainer.compare(
      {
        ...{ images, classCount: CLASSES, entries: [entry], recipe: request.recipe, seed: 1 },
        ...{ folds: 2, repeats: 1, choice: 'shared', finished: [] },
      },
      listening<never>().context as CallContext<unknown> as CallContext<never>,
    );
    const opened = await trainer.openHead({ key: 'gap' }, quiet);
    expect(opened?.curve).toHaveLength(3);
    expect(opened?.result.predictions).toHaveLength(images.length);
    expect(await trainer.openHead({ key: 'ep' }, quiet)).toBeNull();
    await trainer.reset(null, quiet);
    expect(await trainer.openHead({ key: 'gap' }, quiet)).toBeNull();
    expect(live.sessions.size).toBe(0);
  });
});
