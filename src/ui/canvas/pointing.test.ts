import { beforeEach, expect, test } from 'vitest';
import { pointAtQuery, shownAlone, usePointing } from './pointing';

beforeEach(() => usePointing.setState(usePointing.getInitialState()));

const alone = () => {
  const pointing = usePointing.getState();
  return [shownAlone(pointing, 'main'), shownAlone(pointing, 'beside')];
};

test('a query pointed at in one pane is shown alone in both, before one that was chosen', () => {
  pointAtQuery('main', { pinned: 2 });
  expect(alone()).toEqual([2, 2]);
  pointAtQuery('beside', { hovered: 5 });
  expect(alone()).toEqual([5, 5]);
  pointAtQuery('beside', { hovered: null });
  expect(alone()).toEqual([2, 2]);
});

test('between heads with other queries it is shown alone only where it is', () => {
  usePointing.setState({ shared: false });
  pointAtQuery('main', { pinned: 2 });
  expect(alone()).toEqual([2, null]);
  pointAtQuery('beside', { hovered: 5 });
  expect(alone()).toEqual([null, 5]);
  pointAtQuery('beside', { hovered: null });
  expect(alone()).toEqual([null, null]);
});
