import { expect, test } from 'vitest';
import type { Study } from '../../state/slices/types';
import { createAppStore } from '../../state/store';
import { testImages } from '../../testing/test-images';
import { together, withStudy } from './backbone-studies';
import { planStudy } from './probe-study';

function planned(): { study: Study } {
  const store = createAppStore();
  store.setState({
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    images: [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])],
  });
  return { study: planStudy(store.getState()) };
}

const result = (key: string, correct: number) => {
  return { key, fold: 0, correct, total: 2, milliseconds: 1 };
};

test('what rests on the same is put together, what does not takes its place', () => {
  const { study } = planned();
  const gap = { ...study, results: [result('gap', 1)] };
  const ep = { ...study, results: [result('ep', 2)] };
  expect(together(gap, ep).results.map(({ key }) => key)).toEqual(['gap', 'ep']);
  for (const other of [
    { ...ep, seed: 1 },
    { ...ep, choice: 'shared' as const },
    { ...ep, precision: 'fp16' as const },
    { ...ep, labels: { ...ep.labels, '4': 'a' } },
  ]) {
    expect(together(gap, other)).toBe(other);
  }
});

test('a study is kept from its first number on, for its own backbone', () => {
  const { study } = planned();
  const none = {};
  expect(withStudy(none, study)).toBe(none);
  const begun = { ...study, results: [result('gap', 1)] };
  const other = { ...begun, backboneId: 'other' };
  expect(withStudy({ other }, begun)).toEqual({ other, [study.backboneId]: begun });
});
