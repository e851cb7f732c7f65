import { beforeEach, expect, test } from 'vitest';
import { createPanes } from '../../state/panes';
import { shownHead } from '../../state/slices/inspector';
import { type AppStore, createAppStore } from '../../state/store';
import { testRun, testTraining } from '../../testing/test-run';
import { testTrainer } from '../../testing/test-trainer';
import { HeadHistory } from '../inspect/head-history';
import { createQueries } from '../inspect/queries';
import { createInspectorCommands } from './inspector';

let store: AppStore;
let commands: ReturnType<typeof createInspectorCommands>;

beforeEach(() => {
  store = createAppStore();
  const { trainer } = testTrainer();
  const heads = new HeadHistory(store, trainer, createPanes(), createQueries(store, trainer));
  commands = createInspectorCommands(store, heads);
});

test('a class is never weighed against itself', () => {
  commands.setEvidenceClass('a');
  commands.setAgainst('b');
  commands.setEvidenceClass('b');
  expect(store.getState()).toMatchObject({ evidenceClassId: 'b', againstClassId: null });
});

test('a head that is not at hand is not shown', () => {
  const head = { run: testRun('a'), curve: [], predictions: {}, studyKey: null };
  store.setState({ training: testTraining('a'), heads: [head] });
  commands.showHead('gone');
  expect(shownHead(store.getState())?.headId).toBe('a');
});
