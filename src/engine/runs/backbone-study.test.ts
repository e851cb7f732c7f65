import { beforeEach, expect, test, vi } from 'vitest';
import type { Precision } from '../../backbones/backbone';
import type { BackboneChoice, Study } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import { said } from '../../testing/test-notices';
import type { SwitchEnd } from '../backbone/switch-backbone';
import { createNotices } from '../notices';
import { withStudy } from './backbone-studies';
import { BackboneStudies } from './backbone-study';
import type { StudyEnd } from './probe-study';

const A = choice('hiera-tiny-224');
const B = choice('dino-vits16');
const C = choice('siglip-base');
const NOT_FOUND = { code: 'unexpected', detail: 'Not found.' } as const;

let store: AppStore;
let backbones: ReturnType<typeof switcher>;
let comparisons: BackboneStudies;
let log: string[];
/** Backbones that can't be had. */
let broken: string[];
/** Backbones whose study goes on until it is ended. */
let hold: string[];
let endStudy: (end: StudyEnd) => void;

function choice(backboneId: string): BackboneChoice {
  return { backboneId, precision: 'fp32' };
}

beforeEach(() => {
  store = createAppStore();
  log = [];
  broken = [];
  hold = [];
  store.setState({
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    images: [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])],
  });
  endStudy = () => undefined;
  backbones = switcher();
  comparisons = new BackboneStudies(store, backbones, studyRunner(), createNotices(store));
});

/** Switches at once, or fails, unless something else is wanted by then. */
function switcher(): ConstructorParameters<typeof BackboneStudies>[1] {
  const choose = async (backboneId: string, precision: Precision = 'fp32'): Promise<SwitchEnd> => {
    const target = { backboneId, precision };
    const switching = { kind: 'queued', target } as const;
    store.setState({ switching });
    await Promise.resolve();
    if (store.getState().switching !== switching) return { kind: 'cancelled' };
    log.push(`switch ${backboneId}`);
    if (broken.includes(backboneId)) {
      const failed = { target, failure: NOT_FOUND } as const;
      store.setState({ switching: { kind: 'failed', ...failed } });
      return { kind: 'failed', failure: NOT_FOUND };
    }
    endStudy({ kind: 'paused', reason: null });
    store.setState({ ...target, switching: { kind: 'idle' }, study: { kind: 'idle' } });
    return { kind: 'arrived' };
  };
  return { choose, cancel: () => store.setState({ switching: { kind: 'idle' } }) };
}

/** Finishes a study at once, unless it is to be held. */
function studyRunner(): ConstructorParameters<typeof BackboneStudies>[2] {
  return {
    async carryOut(study) {
      if (!study) throw new Error('Every study of a comparison is planned.');
      await Promise.resolve();
      log.push(`study ${study.backboneId}: ${missing(study).join(', ')}`);
      if (hold.includes(study.backboneId)) {
        store.setState({ study: { kind: 'running', study, current: null } });
        return new Promise((resolve) => {
          endStudy = resolve;
        });
      }
      const done = finished(study);
      store.setState(({ backboneStudies }) => ({
        study: { kind: 'done', study: done },
        backboneStudies: withStudy(backboneStudies, done),
      }));
      return { kind: 'done' };
    },
    cancel() {
      const { study: status } = store.getState();
      if (status.kind !== 'running') return;
      store.setState({ study: { kind: 'paused', study: status.study, reason: null } });
      endStudy({ kind: 'paused', reason: null });
    },
  };
}

const missing = ({ entries, results }: Study) =>
  entries.map(({ key }) => key).filter((key) => results.every((result) => result.key !== key));

const finished = (study: Study): Study => ({
  ...study,
  results: study.entries.flatMap(({ key }) =>
    Array.from({ length: study.folds }, (_, fold) => {
      return { key, fold, correct: 1, total: 2, milliseconds: 1 };
    }),
  ),
});

const until = (kind: string) =>
  vi.waitFor(() => expect(store.getState().comparison.kind).toBe(kind));
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('backbones come one after another, the one in use first, and it is in use again at the end', async () => {
  comparisons.start([B, A, C]);
  await until('done');
  expect(log).toEqual([
    'study hiera-tiny-224: knn, gap, ep queries=8 dOut=1',
    'switch dino-vits16',
    'study dino-vits16: knn, linear, ep queries=8 dOut=1',
    'switch siglip-base',
    'study siglip-base: knn, gap, ep queries=8 dOut=1',
    'switch hiera-tiny-224',
  ]);
  expect(Object.keys(store.getState().backboneStudies)).toEqual([
    'hiera-tiny-224',
    'dino-vits16',
    'siglip-base',
  ]);
  expect(store.getState()).toMatchObject(A);
});

test('a backbone that can’t be had is named, and the others are compared all the same', async () => {
  broken = [B.backboneId];
  comparisons.start([B, C]);
  await until('done');
  expect(store.getState().comparison).toMatchObject({
    comparison: { failed: [{ backboneId: B.backboneId, reason: NOT_FOUND }] },
  });
  expect(store.getState()).toMatchObject({ ...A, switching: { kind: 'idle' } });
  expect(store.getState().messages).toMatchObject([
    { severity: 'error', what: { code: 'backbone-not-compared', failure: NOT_FOUND } },
  ]);
  expect(said(store)).toEqual(['DINO ViT-S/16 It could not be compared: Not found.']);
});

test('cancelling ends what is under way and goes home; resuming goes on where it was', async () => {
  hold = [B.backboneId];
  comparisons.start([A, B, C]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  comparisons.cancel();
  await vi.waitFor(() => expect(store.getState().backboneId).toBe(A.backboneId));
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'paused', comparison: { done: 1 } });
  log = [];
  hold = [];
  comparisons.resume();
  await until('done');
  expect(log[0]).toBe('switch dino-vits16');
  expect(log).not.toContain('study hiera-tiny-224: knn, gap, ep queries=8 dOut=1');
  expect(store.getState()).toMatchObject(A);
});

test('what is known already is not trained again', async () => {
  comparisons.start([A]);
  await until('done');
  log = [];
  comparisons.start([A], 4);
  await vi.waitFor(() => expect(log).toHaveLength(1));
  await until('done');
  expect(log).toEqual(['study hiera-tiny-224: ep queries=4 dOut=1']);
});

test('a person who chooses another backbone meanwhile stays there', async () => {
  hold = [B.backboneId];
  comparisons.start([B]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  void backbones.choose(C.backboneId, 'fp32');
  await until('paused');
  await settled();
  expect(store.getState()).toMatchObject(C);
});

test('it waits until a training run is over', async () => {
  store.setState({ training: { kind: 'running', epochs: 1, curve: [], stopping: false } });
  comparisons.start([A]);
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'running', step: 'waiting' });
  store.setState({ training: { kind: 'idle' } });
  await until('done');
});
