import { beforeEach, expect, test } from 'vitest';
import { testRun, testTraining } from '../../testing/test-run';
import { type AppStore, createAppStore } from '../store';
import { agedHeads, EARLIER_STUDY, headIdOf, shownHead } from './inspector';
import type { HeadRecord } from './types';

let store: AppStore;
beforeEach(() => {
  store = createAppStore();
});

const cachedModels = (headId: string, studyKey: string | null): HeadRecord => ({
  run: testRun(headId),
  curve: [],
  predictions: {},
  studyKey,
});

test('the head on show is that of a finished run, at the moment that is on show', () => {
  expect(shownHead(store.getState())).toBeNull();
  store.setState({ training: testTraining('a') });
  expect(shownHead(store.getState())).toEqual({ headId: 'a', epoch: null });
  store.setState({ epoch: 50 });
  expect(shownHead(store.getState())).toEqual({ headId: 'a', epoch: 50 });
});

test('heads of a comparison are told apart from those of the next one', () => {
  const heads = [
    cachedModels('a', null),
    cachedModels('b', 'gap'),
    cachedModels('c', EARLIER_STUDY),
  ];
  const aged = agedHeads({ heads, openedKey: 'gap' });
  expect(aged.heads.map((head) => [headIdOf(head), head.studyKey])).toEqual([
    ['a', null],
    ['b', EARLIER_STUDY],
    ['c', EARLIER_STUDY],
  ]);
  expect(aged.openedKey).toBe(EARLIER_STUDY);
  expect(agedHeads({ heads, openedKey: null }).openedKey).toBeNull();
});
