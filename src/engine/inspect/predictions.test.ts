import { beforeEach, expect, test } from 'vitest';
import { createPanes } from '../../state/panes';
import { type AppStore, createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import { testPrediction, testTraining } from '../../testing/test-run';
import { settled, type TestCall, testTrainer } from '../../testing/test-trainer';
import { HeadHistory } from './head-history';
import { Predictions } from './predictions';
import { createQueries } from './queries';

let store: AppStore;
let calls: TestCall[];
let callAt: (index: number) => TestCall;

beforeEach(() => {
  store = createAppStore();
  const fake = testTrainer();
  calls = fake.calls;
  callAt = fake.callAt;
  const queries = createQueries(store, fake.trainer);
  const heads = new HeadHistory(store, fake.trainer, createPanes(), queries);
  new Predictions(store, fake.trainer, heads);
  store.setState({ images: testImages('a', ['1']), training: testTraining('h1', ['1']) });
});

const asked = () => calls.map(({ args }) => `${args.head.headId} ${args.imageId}`);
const predicted = () => {
  const { training } = store.getState();
  return training.kind === 'done' ? Object.keys(training.predictions) : [];
};

async function answer(index: number, found = true): Promise<void> {
  const { args, answer: give } = callAt(index);
  give(found ? { maps: null, prediction: testPrediction(args.imageId) } : null);
  await settled();
}

test('the head is asked about images that came later, one after another', async () => {
  expect(calls).toEqual([]);
  store.setState({
    images: [...testImages('a', ['1', '2', '3']), ...testImages('a', ['4'], 'waiting')],
  });
  expect(asked()).toEqual(['h1 2']);
  await answer(0);
  await answer(1);
  expect(asked()).toEqual(['h1 2', 'h1 3']);
  expect(predicted()).toEqual(['1', '2', '3']);
});

test('an image without an answer is passed over, and asked about when images change', async () => {
  store.setState({ images: testImages('a', ['1', '2', '3']) });
  await answer(0, false);
  await answer(1);
  expect(asked()).toEqual(['h1 2', 'h1 3']);
  expect(predicted()).toEqual(['1', '3']);
  store.setState({ images: testImages('a', ['1', '2', '3']) });
  expect(asked()).toEqual(['h1 2', 'h1 3', 'h1 2']);
});

test('what one head said is not taken for what another says', async () => {
  store.setState({ images: testImages('a', ['1', '2']) });
  store.setState({ training: testTraining('h2', ['1']) });
  await answer(0);
  expect(predicted()).toEqual(['1']);
  await answer(1);
  expect(asked()).toEqual(['h1 2', 'h2 2']);
  expect(predicted()).toEqual(['1', '2']);
});

test('a head that knew nothing does not speak for the next one', async () => {
  store.setState({ images: testImages('a', ['1', '2']) });
  store.setState({ training: testTraining('h2', ['1']) });
  await answer(0, false);
  expect(asked()).toEqual(['h1 2', 'h2 2']);
});

test('nothing is asked while there is no head', () => {
  store.setState({ training: { kind: 'idle' }, images: testImages('a', ['1', '2']) });
  expect(calls).toEqual([]);
});
