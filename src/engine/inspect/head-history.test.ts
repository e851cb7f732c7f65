import { beforeEach, describe, expect, test } from 'vitest';
import { createPanes } from '../../state/panes';
import { headIdOf, MOST_HEADS } from '../../state/slices/inspector';
import type { HeadRecord } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import { testPrediction, testRun, testTraining } from '../../testing/test-run';
import { type TestCall, testTrainer } from '../../testing/test-trainer';
import { createInspectorCommands } from '../commands/inspector';
import { HeadHistory, withHead } from './head-history';
import { createQueries } from './queries';

const kept = (headId: string): HeadRecord => ({
  run: testRun(headId),
  curve: [],
  predictions: {},
  studyKey: null,
});
const ids = (heads: readonly HeadRecord[]) => heads.map(headIdOf);
const many = (count: number) => Array.from({ length: count }, (_, i) => kept(`old ${i}`));

describe('the history', () => {
  test('has the head on show first, each once', () => {
    const first = withHead([kept('a'), kept('b')], kept('c'));
    expect(ids(first.kept)).toEqual(['c', 'a', 'b']);
    expect(ids(withHead(first.kept, kept('b')).kept)).toEqual(['b', 'c', 'a']);
  });

  test('has room for a few, and names those that go', () => {
    const { kept: left, forgotten } = withHead(many(MOST_HEADS), kept('new'));
    expect(left).toHaveLength(MOST_HEADS);
    expect(ids(forgotten)).toEqual([`old ${MOST_HEADS - 1}`]);
  });
});

describe('as heads come on show', () => {
  let store: AppStore;
  let calls: TestCall[];
  let heads: HeadHistory;
  let commands: ReturnType<typeof createInspectorCommands>;

  beforeEach(() => {
    store = createAppStore();
    const fake = testTrainer();
    calls = fake.calls;
    heads = new HeadHistory(store, fake.trainer, createPanes(), createQueries(store, fake.trainer));
    commands = createInspectorCommands(store, heads);
  });

  const finish = (headId: string, studyKey: string | null = null) => {
    const { run, curve, predictions } = testTraining(headId, ['1']);
    heads.show({ run, curve, predictions, studyKey });
  };

  test('they are at hand, and shown again with all that is known of them', () => {
    finish('a', 'gap');
    store.setState({ training: { kind: 'queued' } });
    finish('b');
    expect(ids(store.getState().heads)).toEqual(['b', 'a']);
    commands.showHead('a');
    expect(store.getState()).toMatchObject({
      openedKey: 'gap',
      training: testTraining('a', ['1']),
    });
    expect(ids(store.getState().heads)).toEqual(['a', 'b']);
  });

  test('what is learned about new images is kept with the head', () => {
    finish('a');
    heads.learn('a', testPrediction('2'));
    const [head] = store.getState().heads;
    expect(Object.keys(head?.predictions ?? {})).toEqual(['1', '2']);
    expect(store.getState().heads).toHaveLength(1);
  });

  test('nothing is shown again while another is being trained', () => {
    finish('a');
    store.setState({ training: { kind: 'queued' } });
    commands.showHead('a');
    expect(store.getState().training).toEqual({ kind: 'queued' });
  });

  test('the worker forgets those that nobody can choose any more', () => {
    for (let i = 0; i <= MOST_HEADS; i++) finish(`head ${i}`);
    expect(calls.map(({ method, args }) => [method, args])).toEqual([
      ['forgetHead', { headId: 'head 0' }],
    ]);
  });

  test('the moment on show goes back to the kept head with another head, or with none', () => {
    finish('a');
    commands.setEpoch(50);
    // Another prediction of the same head leaves it alone.
    heads.learn('a', testPrediction('2'));
    expect(store.getState().epoch).toBe(50);
    finish('b');
    expect(store.getState().epoch).toBeNull();
    commands.setEpoch(50);
    heads.forgetAll();
    expect(store.getState().epoch).toBeNull();
  });

  test('side by side closes when its image goes', () => {
    store.setState({ images: testImages('a', ['1', '2']) });
    commands.setBeside({ kind: 'image', imageId: '2' });
    store.setState({ images: testImages('a', ['2']) });
    expect(store.getState().beside).not.toBeNull();
    store.setState({ images: testImages('a', ['1']) });
    expect(store.getState().beside).toBeNull();
  });

  test('side by side closes when its head goes, or comes on show itself', () => {
    finish('a');
    finish('b');
    commands.setBeside({ kind: 'head', headId: 'a' });
    expect(store.getState().beside).not.toBeNull();
    commands.showHead('a');
    expect(store.getState().beside).toBeNull();
    commands.setBeside({ kind: 'head', headId: 'b' });
    store.setState({ heads: [] });
    expect(store.getState().beside).toBeNull();
  });
});
