import { beforeEach, expect, test } from 'vitest';
import { createPointing, pointAtQuery, shownAlone } from './pointing';

let store = createPointing();
beforeEach(() => {
  store = createPointing();
});

const alone = () => {
  const pointing = store.getState();
  return [shownAlone(pointing, 'main'), shownAlone(pointing, 'beside')];
};

test('a query pointed at in one pane is shown alone in both, before one that was chosen', () => {
  pointAtQuery(store, 'main', { pinned: 2 });
  expect(alone()).toEqual([2, 2]);
  pointAtQuery(store, 'beside', { hovered: 5 });
  expect(alone()).toEqual([5, 5]);
  pointAtQuery(store, 'beside', { hovered: null });
  expect(alone()).toEqual([2, 2]);
});

test('between heads with other queries it is shown alone only where it is', () => {
  store.setState({ shared: false });
  pointAtQuery(store, 'main', { pinned: 2 });
  expect(alone()).toEqual([2, null]);
  pointAtQuery(store, 'beside', { hovered: 5 });
  expect(alone()).toEqual([null, 5]);
  pointAtQuery(store, 'beside', { hovered: null });
  expect(alone()).toEqual([null, null]);
});
