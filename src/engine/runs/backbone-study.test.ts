import { beforeEach, expect, test, vi } from 'vitest';
import type { BackboneChoice, Study } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import type { Failure } from '../../vocabulary/failures';
import { keepStudies } from './backbone-studies';
import { ComparisonRuns } from './backbone-study';

const A = choice('hiera-tiny-224');
const B = choice('dino-vits16');
const C = choice('siglip-base');

let store: AppStore;
let log: string[];
/** Backbones that can't be had. */
let broken: string[];
/** What becomes of a study, by its backbone; it is finished unless told otherwise. */
let hold: string[];

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
  keepStudies(store);
  new ComparisonRuns(store);
  actAsSwitcher();
  actAsStudies();
});

const NOT_FOUND: Failure = { code: 'own-file-lost', label: 'Mine' };

function actAsSwitcher(): void {
  store.subscribe(({ switching }, before) => {
    if (switching.kind !== 'queued' || switching === before.switching) return;
    const { target } = switching;
    queueMicrotask(() => {
      if (store.getState().switching !== switching) return;
      log.push(`switch ${target.backboneId}`);
      if (broken.includes(target.backboneId)) {
        store.setState({ switching: { kind: 'failed', target, failure: NOT_FOUND } });
      } else {
        store.setState({ ...target, switching: { kind: 'idle' }, study: { kind: 'idle' } });
      }
    });
  });
}

function actAsStudies(): void {
  store.subscribe(({ study: status }, before) => {
    if (status.kind !== 'queued' || status === before.study || !status.study) return;
    const { study } = status;
    queueMicrotask(() => {
      if (store.getState().study !== status) return;
      log.push(`study ${study.backboneId}: ${missing(study).join(', ')}`);
      if (hold.includes(study.backboneId)) {
        store.setState({ study: { kind: 'running', study, current: null } });
      } else {
        store.setState({ study: { kind: 'done', study: finished(study) } });
      }
    });
  });
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
  store.getState().compareBackbones([B, A, C]);
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
  store.getState().compareBackbones([B, C]);
  await until('done');
  expect(store.getState().comparison).toMatchObject({
    comparison: { failed: [{ backboneId: B.backboneId, failure: NOT_FOUND }] },
  });
  expect(store.getState()).toMatchObject({ ...A, switching: { kind: 'idle' } });
  expect(store.getState().messages).toMatchObject([
    { severity: 'error', text: { code: 'backbone-not-compared', failure: NOT_FOUND } },
  ]);
});

test('cancelling ends what is under way and goes home; resuming goes on where it was', async () => {
  hold = [B.backboneId];
  store.getState().compareBackbones([A, B, C]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  store.getState().cancelComparison();
  await vi.waitFor(() => expect(store.getState().backboneId).toBe(A.backboneId));
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'paused', comparison: { done: 1 } });
  log = [];
  hold = [];
  store.getState().resumeComparison();
  await until('done');
  expect(log[0]).toBe('switch dino-vits16');
  expect(log).not.toContain('study hiera-tiny-224: knn, gap, ep queries=8 dOut=1');
  expect(store.getState()).toMatchObject(A);
});

test('what is known already is not trained again', async () => {
  store.getState().compareBackbones([A]);
  await until('done');
  log = [];
  store.getState().compareBackbones([A], 4);
  await vi.waitFor(() => expect(log).toHaveLength(1));
  await until('done');
  expect(log).toEqual(['study hiera-tiny-224: ep queries=4 dOut=1']);
});

test('a person who chooses another backbone meanwhile stays there', async () => {
  hold = [B.backboneId];
  store.getState().compareBackbones([B]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  store.getState().chooseBackbone(C.backboneId, 'fp32');
  await until('paused');
  await settled();
  expect(store.getState()).toMatchObject(C);
});

test('it waits until a training run is over', async () => {
  store.setState({ training: { kind: 'running', epochs: 1, curve: [], stopping: false } });
  store.getState().compareBackbones([A]);
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'running', step: 'waiting' });
  store.setState({ training: { kind: 'idle' } });
  await until('done');
});
