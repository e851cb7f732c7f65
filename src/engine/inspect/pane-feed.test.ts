import { beforeEach, describe, expect, test } from 'vitest';
import { evidenceClassOf } from '../../state/derive/evidence-class';
import { createPanes, emptyPane, type Pane } from '../../state/panes';
import type { HeadRecord } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import { testPrediction, testRun, testTraining } from '../../testing/test-run';
import { settled, type TestCall, testTrainer } from '../../testing/test-trainer';
import type { EvidenceAnswer } from '../../vocabulary/evidence';
import { besideRequest, mainRequest, PaneFeed } from './pane-feed';

let store: AppStore;

beforeEach(() => {
  store = createAppStore();
  store.setState({
    images: [...testImages('a', ['1', '2']), ...testImages('a', ['later'], 'waiting')],
    selectedImageId: '1',
    training: testTraining('h1', ['1', '2']),
  });
});

const kept = (headId: string): HeadRecord => ({
  run: testRun(headId),
  curve: [],
  predictions: {},
  studyKey: null,
});

describe('the main pane shows', () => {
  const request = () => mainRequest(store.getState());

  test('the selected image at the moment that is on show', () => {
    const expected = { head: { headId: 'h1', epoch: null }, imageId: '1', evidence: null };
    expect(request()).toEqual(expected);
    store.setState({ epoch: 50 });
    expect(request()).toMatchObject({ head: { headId: 'h1', epoch: 50 } });
  });

  test('nothing while there is no head, no image or no tokens', () => {
    store.setState({ selectedImageId: 'later' });
    expect(request()).toBeNull();
    store.setState({ selectedImageId: null });
    expect(request()).toBeNull();
    store.setState({ selectedImageId: '1', training: { kind: 'queued' } });
    expect(request()).toBeNull();
  });

  test('evidence for the predicted class, the chosen one, or one against another', () => {
    store.setState({ layer: 'evidence' });
    expect(request()?.evidence).toEqual({ classIndex: 0, against: null });
    store.setState({ evidenceClassId: 'b' });
    expect(request()?.evidence).toEqual({ classIndex: 1, against: null });
    store.setState({ againstClassId: 'a' });
    expect(request()?.evidence).toEqual({ classIndex: 1, against: 0 });
  });

  test('evidence for what is predicted where the chosen class is not in the run', () => {
    store.setState({ layer: 'evidence', evidenceClassId: 'gone', againstClassId: 'a' });
    expect(evidenceClassOf(store.getState())).toBe('a');
    // Nothing is weighed against itself.
    expect(request()?.evidence).toEqual({ classIndex: 0, against: null });
  });
});

describe('the pane beside shows', () => {
  const request = () => besideRequest(store.getState());

  test('nothing unless it is asked for', () => {
    expect(request()).toBeNull();
  });

  test('another image at the same moment of the same head', () => {
    store.setState({ beside: { kind: 'image', imageId: '2' }, epoch: 50 });
    expect(request()).toEqual({ ...mainRequest(store.getState()), imageId: '2' });
    store.setState({ beside: { kind: 'image', imageId: 'later' } });
    expect(request()).toBeNull();
  });

  test('the same image under another head as it was kept, for the same class', () => {
    const other = kept('h2');
    // The same classes in another order, as in another run.
    other.run.classes.reverse();
    store.setState({
      heads: [kept('h1'), other],
      beside: { kind: 'head', headId: 'h2' },
      epoch: 50,
      layer: 'evidence',
    });
    expect(request()).toEqual({
      head: { headId: 'h2', epoch: null },
      imageId: '1',
      evidence: { classIndex: 1, against: null },
    });
  });

  test('nothing where that head is gone', () => {
    store.setState({ beside: { kind: 'head', headId: 'gone' } });
    expect(request()).toBeNull();
  });
});

describe('a pane', () => {
  let calls: TestCall[];
  let callAt: (index: number) => TestCall;
  let worker: { inUse: unknown };
  let pane: Pane;

  beforeEach(() => {
    pane = createPanes().main;
    const fake = testTrainer();
    calls = fake.calls;
    callAt = fake.callAt;
    worker = fake.worker;
    new PaneFeed(store, fake.trainer, pane, mainRequest, emptyPane);
  });

  /** Answers the call `index` with maps of one weight, by which they are known. */
  async function answer(index: number, weight: number): Promise<void> {
    const { args, answer: give } = callAt(index);
    const { imageId } = args;
    give({
      maps: { imageId, queries: 1, patches: 1, weights: new Float32Array([weight]) },
      prediction: testPrediction(imageId),
    });
    await settled();
  }

  const wakeUp = () => store.setState({});
  const shown = () => pane.maps.read()?.weights[0];
  const epochs = () => calls.map(({ args }) => args.head.epoch);

  test('gets what the store says, once', async () => {
    wakeUp();
    wakeUp();
    await answer(0, 7);
    wakeUp();
    expect(shown()).toBe(7);
    expect(pane.prediction.read()).toEqual(testPrediction('1'));
    expect(calls).toHaveLength(1);
  });

  test('follows a slider as fast as the worker goes, and always to its end', async () => {
    for (const epoch of [0, 10, 20, 30]) store.setState({ epoch });
    expect(epochs()).toEqual([0]);
    await answer(0, 1);
    // A moment that was passed on the way is better than none.
    expect(shown()).toBe(1);
    expect(epochs()).toEqual([0, 30]);
    await answer(1, 2);
    expect(shown()).toBe(2);
    expect(calls).toHaveLength(2);
  });

  test('does not show what came for another image or another head', async () => {
    wakeUp();
    store.setState({ selectedImageId: '2' });
    await answer(0, 1);
    expect(shown()).toBeUndefined();
    store.setState({ training: testTraining('h2', ['1', '2']) });
    await answer(1, 2);
    expect(shown()).toBeUndefined();
    await answer(2, 3);
    expect(shown()).toBe(3);
  });

  test('asks for evidence together with the maps', async () => {
    store.setState({ layer: 'evidence' });
    expect(calls.map(({ method }) => method)).toEqual(['inspect', 'evidence']);
    expect(callAt(1).args).toMatchObject({ imageId: '1', classIndex: 0, against: null });
    const attribution: EvidenceAnswer = { kind: 'not-linear' };
    callAt(1).answer(attribution);
    await answer(0, 1);
    expect(pane.evidence.read()).toEqual({ imageId: '1', headId: 'h1', answer: attribution });
    store.setState({ layer: 'attention' });
    await answer(2, 2);
    expect(pane.evidence.read()).toBeNull();
  });

  test('is left as the rest says when there is nothing to show', async () => {
    wakeUp();
    await answer(0, 1);
    store.setState({ training: { kind: 'queued' } });
    await settled();
    expect(pane.prediction.read()).toBeNull();
    expect(calls).toHaveLength(1);
  });

  test('survives a worker that dies, or is not there, and goes on with the next', async () => {
    wakeUp();
    store.setState({ selectedImageId: '2' });
    callAt(0).fail();
    await settled();
    await answer(1, 2);
    expect(shown()).toBe(2);
    worker.inUse = null;
    store.setState({ selectedImageId: '1' });
    await settled();
    expect(shown()).toBeUndefined();
  });
});
